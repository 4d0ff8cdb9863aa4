import { join } from 'node:path';
import { build, lastBuild } from '../build/build.mjs';
import { whyTaken } from '../postgres/free-port.mjs';
import { markRunning } from '../setup/install.mjs';
import { root } from '../setup/paths.mjs';
import { Stop } from '../setup/stop-sentence.mjs';
import { keepDatabase } from './database.mjs';
import { addressOf, childEnvironment, listeningAt, openDataDir } from './environment.mjs';
import { claimDataDir } from './instance.mjs';
import { prepare } from './prepare.mjs';
import { demoAccounts, report } from './report.mjs';
import { stopRequest } from './stop-request.mjs';
import { supervise } from './supervise.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

const checkPort = async ({ host, port }) => {
  const reason = await whyTaken(port, host);
  if (reason === 'EADDRINUSE') {
    throw new Stop(
      `Port ${port} is taken by another program: choose another with PORT, for example PORT=${port + 1} npm start.`,
    );
  }
  if (reason)
    throw new Stop(`Waymark cannot listen on ${host}, port ${port} (${reason}): choose others with HOST and PORT.`);
};

/** Waits for the work unless a stop is asked for before; leaves by throwing then. */
const unless = (stop, work) =>
  Promise.race([
    work,
    stop.then(() => {
      throw new Stop('Stopped.', 130);
    }),
  ]);

/**
 * Runs the product until it is asked to stop: build, database, preparation, API and worker.
 * @param {{ json: boolean, mayBuild: boolean }} options `json`: one line of JSON when ready, for programs
 * @returns {Promise<number>} the exit code
 */
export async function start({ json, mayBuild }) {
  const at = listeningAt();
  const dataDir = openDataDir();
  const lock = await claimDataDir(
    dataDir,
    { kind: 'instance', address: addressOf(at), port: at.port, children: [] },
    say,
  );
  const stop = stopRequest();
  const unmark = markRunning();
  const stdout = json ? 2 : 'inherit';
  const parts = { opening: null, database: null, preparing: null, children: [] };
  const record = () =>
    lock.update({
      database: parts.database?.pid,
      children: parts.children.map((child) => child.record).filter(Boolean),
    });
  let failure = null;
  try {
    await checkPort(at);
    const building = Promise.resolve().then(() => (mayBuild ? build(say) : lastBuild()));
    parts.opening = keepDatabase({
      dataDir,
      say,
      onChange: (moved) => moved && parts.children.forEach((child) => child.kill()),
    });
    const [built, database] = await unless(stop.asked, Promise.all([building, parts.opening]));
    parts.database = database;
    record();
    const env = () => childEnvironment({ dataDir, ...at, postgres: parts.database });
    await unless(
      stop.asked,
      prepare({
        dataDir,
        buildId: built.id,
        postgres: parts.database,
        env: env(),
        stdout,
        onChild: (child) => (parts.preparing = child),
      }),
    );
    for (const [name, file] of [
      ['API', 'main.js'],
      ['worker', 'worker.js'],
    ]) {
      const path = join(root, 'apps/api/dist', file);
      parts.children.push(
        supervise({ name, file: path, env, cwd: root, say, onChange: () => queueMicrotask(record), stdout }),
      );
    }
    const [api] = await unless(stop.asked, Promise.all(parts.children.map((child) => child.ready)));
    const address = api.address ?? addressOf(at);
    lock.update({ address });
    const pids = Object.fromEntries(
      parts.children.map((child) => [child.name === 'API' ? 'api' : child.name, child.record?.pid]),
    );
    if (json) process.stdout.write(`${JSON.stringify({ type: 'ready', address, ...at, dataDir, pids })}\n`);
    else process.stdout.write(report({ address, accounts: demoAccounts(dataDir) }));
    await stop.asked;
    if (!json) say('\nStopping …');
  } catch (error) {
    failure = error;
  }
  lock.update({ stopping: true });
  parts.preparing?.kill('SIGTERM');
  await Promise.all(parts.children.map((child) => child.stop()));
  // A stop may come while the database still starts: it must not stay behind.
  await parts.opening?.then(
    (database) => database?.stop(),
    () => {},
  );
  unmark();
  lock.release();
  if (!failure) return 0;
  if (!(failure instanceof Stop)) throw new Stop(failure.message);
  throw failure;
}
