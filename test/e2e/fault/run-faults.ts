import { setMaxListeners } from 'node:events';
import { type Browser, chromium } from 'playwright-core';
import { type Instance, startInstance } from '../../../tools/instance.mjs';
import { BadNetwork, type Harm } from './bad-network.js';
import { BrowserLearner } from './browser-learner.js';
import { Chaos, gentle, harsh, type Pace } from './chaos.js';
import { installFakeIndexedDb } from './fake-indexed-db.js';
import { LearnerSession } from './learner.js';
import { PASSWORD, prepare, SCO } from './prepare.js';
import { Random } from './random.js';
import { verify } from './verify.js';

export interface FaultOptions {
  seed: number;
  sessions: number;
  /** So many of them in a real browser. */
  browsers: number;
  pages: number;
  /** So many at once. */
  atOnce: number;
  chromiumPath: string;
  say: (line: string) => void;
}

export interface FaultReport {
  faults: string[];
  harm: Harm;
  kills: number;
  written: number;
  acknowledged: number;
  kept: number;
  resumed: number;
  tabsClosed: number;
  takenOver: number;
  /** Sessions whose furthest page was turned without signal and overtaken by another device. */
  overtaken: number;
  completions: number;
  sessions: number;
}

/** Runs every one of `work`, so many at once, in order. */
async function inLanes(lanes: number, work: (() => Promise<void>)[]): Promise<void> {
  const waiting = [...work];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Learners who save, over a network and a server that fail all the time; then what they were told is compared with what stands. */
export async function runFaults(options: FaultOptions): Promise<FaultReport> {
  installFakeIndexedDb();
  const random = new Random(options.seed);
  let instance: Instance | null = null;
  let browser: Browser | null = null;
  const network = new BadNetwork(random.fork(), () => instance?.port ?? 0);
  try {
    // Every open tab listens for the network to come back.
    setMaxListeners(0, network);
    const port = await network.listen();
    instance = await startInstance({ demo: false, env: { WAYMARK_ORIGIN: `http://waymark.localhost:${port}` } });
    if (options.browsers > 0) browser = await launchBrowser(options.chromiumPath);
    return await learnUnderFaults({ ...options, random, instance, network, port, browser });
  } finally {
    await browser?.close();
    await network.close();
    await instance?.stop();
  }
}

interface Setting extends FaultOptions {
  random: Random;
  instance: Instance;
  network: BadNetwork;
  port: number;
  browser: Browser | null;
}

async function learnUnderFaults(setting: Setting): Promise<FaultReport> {
  const { random, instance, network, port, browser, sessions, browsers, pages, say } = setting;
  const { courseId, activityId, learners } = await prepare(instance.dataDir, sessions + browsers);
  const direct = `http://127.0.0.1:${port}`;
  const players = learners.slice(0, sessions).map(({ personId, name }) => {
    const token = tokenOf(direct, name);
    const plan = { name, personId, activityId, sco: SCO, origin: direct, network, token, random: random.fork() };
    return { personId, name, session: new LearnerSession({ ...plan, pages: random.between(pages / 2, pages) }) };
  });
  const origin = `http://waymark.localhost:${port}`;
  const address = `${origin}/courses/${courseId}/activities/${activityId}`;
  const seen = learners.slice(sessions).map(({ personId, name }) => {
    if (!browser) throw new Error('There is no browser');
    return { personId, name, learner: new BrowserLearner(browser, origin, address, name, random.fork()) };
  });
  let finished = 0;
  let kills = 0;
  const under = async (pace: Pace, lanes: number, work: (() => Promise<void>)[]): Promise<void> => {
    const chaos = new Chaos(instance, network, random.fork(), pace);
    const tell = (): void => {
      finished += 1;
      if (finished % 20 === 0)
        say(`${finished} of ${learners.length} learners are through, ${kills + chaos.kills} kills …`);
    };
    chaos.start();
    await inLanes(
      lanes,
      work.map((one) => () => one().then(tell)),
    );
    await chaos.stop();
    kills += chaos.kills;
  };
  await under(
    harsh,
    setting.atOnce,
    players.map(
      ({ session }) =>
        () =>
          session.run(),
    ),
  );
  if (seen.length > 0) {
    await under(
      gentle,
      2,
      seen.map(
        ({ learner }) =>
          () =>
            learner.run(random.between(3, 5)),
      ),
    );
  }
  say('The faults have ended. What is still on devices arrives, and everything is compared …');
  await inLanes(
    8,
    players.map(
      ({ session }) =>
        () =>
          session.settle(),
    ),
  );
  for (const { session } of players) await session.resumeOnce();
  const faults = players.flatMap(({ session }) => session.faults).concat(seen.flatMap(({ learner }) => learner.faults));
  for (const { learner } of seen) await learner.close();
  const verdict = await verify(instance.dataDir, [
    ...players.map(({ personId, name, session }) => ({ personId, name, acknowledged: session.acknowledged })),
    ...seen.map(({ personId, name }) => ({ personId, name, acknowledged: new Map<string, Set<number>>() })),
  ]);
  const sum = (of: (session: LearnerSession) => number): number =>
    players.reduce((total, { session }) => total + of(session), 0);
  return {
    faults: [...faults, ...verdict.faults],
    harm: network.harm,
    kills,
    written: sum(({ counts }) => counts.written),
    acknowledged: sum(({ counts }) => counts.acknowledged),
    kept: verdict.rows,
    resumed: sum(({ counts }) => counts.resumed),
    tabsClosed: sum(({ counts }) => counts.tabsClosed) + seen.reduce((total, one) => total + one.learner.tabsClosed, 0),
    takenOver: sum(({ counts }) => counts.takenOver),
    overtaken: players.filter(({ session }) => session.isOvertaken).length,
    completions: verdict.completions,
    sessions: players.length + seen.length,
  };
}

/** A session of the API for one learner; asked for again before it ends, and as often as the network needs. */
function tokenOf(direct: string, name: string): () => Promise<string> {
  let token = '';
  let until = 0;
  return async () => {
    if (Date.now() < until) return token;
    const response = await fetch(`${direct}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
      signal: AbortSignal.timeout(15_000),
    });
    if (!response.ok) throw new Error(`Sign-in: ${response.status} ${await response.text()}`);
    token = ((await response.json()) as { accessToken: string }).accessToken;
    until = Date.now() + 120_000;
    return token;
  };
}

const launchBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
