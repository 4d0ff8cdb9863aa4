import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { chromium, expect } from '@playwright/test';
import type { Bundles } from './transport/bundles.js';
import { buildBundles } from './transport/bundles.js';
import type { TransportServer } from './transport/server.js';
import { startServer } from './transport/server.js';
import { test } from './support/journey.js';

interface Api {
  LMSInitialize(p: string): string;
  LMSSetValue(e: string, v: string): string;
  LMSGetValue(e: string): string;
  LMSCommit(p: string): string;
  LMSFinish(p: string): string;
  LMSGetLastError(): string;
}
interface Api2004 {
  Initialize(p: string): string;
  SetValue(e: string, v: string): string;
  GetValue(e: string): string;
  Commit(p: string): string;
  Terminate(p: string): string;
}
declare global {
  interface Window {
    api12: Api;
    api2004: Api2004;
    API?: unknown;
    politely?: boolean;
    climb(): { steps: number; isTop: boolean; isOurs: boolean };
    lastWordsOn(event: string): void;
  }
}

/** What `npm test` leaves to `npm run e2e`. */
const WHOLE = '@whole';

// Each has a server and a browser window of its own.
test.describe.configure({ mode: 'parallel' });

let browser: Browser;
let bundles: Bundles;
let server: TransportServer;
let context: BrowserContext;

test.beforeAll(async () => {
  bundles = await buildBundles();
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ].concat(['--disable-component-update', '--disable-sync']),
  });
});
test.afterAll(async () => {
  await browser.close();
  await bundles.remove();
});
async function begin(): Promise<void> {
  server = await startServer(bundles.appScript, bundles.frameFolder, 2);
  context = await browser.newContext();
}
async function stop(): Promise<void> {
  await context.close();
  await server.close();
}
test.beforeEach(begin);
test.afterEach(stop);

async function open(standard: 'scorm12' | 'scorm2004', parts?: string[]): Promise<{ page: Page; part: Frame }> {
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.evaluate(([name, list]) => window.app.open(name, list), [standard, parts] as const);
  const first = parts?.[0] ?? 'part.html';
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith(first))).toBe(true);
  const part = page.frames().find((frame) => frame.url().endsWith(first)) as Frame;
  await part.waitForFunction(() => 'lastWordsOn' in window);
  return { page, part };
}

/** The first launch has said something, and nothing of it waits in this browser any more. */
async function drained(page: Page): Promise<void> {
  await expect.poll(() => server.entries.has('launch-1'), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => page.evaluate(() => window.app.snapshot().waiting), { timeout: 20_000 }).toBe(0);
}

/** Every number from 1 on, none missing, none meaning two things. */
function expectWhole(launchId: string): void {
  const seqs = [...(server.entries.get(launchId)?.keys() ?? [])].sort((a, b) => a - b);
  expect(seqs).toEqual(seqs.map((_, at) => at + 1));
  expect(seqs.length).toBeGreaterThan(0);
  expect(server.differing).toBe(0);
}

test('SCORM 1.2: values set are taken, and a second visit resumes from them', async () => {
  server.masteryScore = 80;
  const first = await open('scorm12');
  const answers = await first.part.evaluate(() => {
    const api = window.api12;
    const start = [api.LMSInitialize(''), api.LMSGetValue('cmi.core.student_name'), api.LMSGetValue('cmi.core.entry')];
    start.push(api.LMSGetValue('cmi.core.total_time'), api.LMSGetValue('cmi.launch_data'));
    api.LMSSetValue('cmi.core.lesson_location', 'page-4');
    api.LMSSetValue('cmi.suspend_data', 'α|"quoted"|\n');
    for (let n = 0; n < 12; n += 1) api.LMSSetValue(`cmi.interactions.${n}.id`, `q${n}`);
    for (let n = 0; n < 12; n += 1) api.LMSSetValue(`cmi.interactions.0.correct_responses.${n}.pattern`, `p${n}`);
    for (let n = 0; n < 11; n += 1) api.LMSSetValue(`cmi.objectives.${n}.id`, `o${n}`);
    api.LMSSetValue('cmi.core.score.raw', '85');
    api.LMSSetValue('cmi.core.lesson_status', 'completed');
    api.LMSSetValue('cmi.core.exit', 'suspend');
    const refused = api.LMSSetValue('cmi.core.student_name', 'x');
    return [...start, refused, api.LMSFinish(''), api.LMSSetValue('cmi.suspend_data', 'late'), api.LMSGetLastError()];
  });
  expect(answers).toEqual([
    'true',
    'Okafor, Ada',
    'ab-initio',
    '00:02:03.45',
    'from-lms',
    'false',
    'true',
    'false',
    '301',
  ]);
  await drained(first.page);
  expectWhole('launch-1');
  const taken = [...(server.entries.get('launch-1')?.values() ?? [])];
  expect(taken.length).toBe(1);
  expect(taken[0]?.ended).toBe(true);
  expect(taken[0]?.set).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.suspend_data': 'α|"quoted"|\n' });
  expect(taken[0]?.set?.['cmi.core.session_time']).toMatch(/^0000:00:\d\d\.\d\d$/);
  expect(taken[0]?.set).not.toHaveProperty(['cmi.core.student_name']);
  await first.page.close();

  const second = await open('scorm12');
  const resumed = await second.part.evaluate(() => {
    const api = window.api12;
    api.LMSInitialize('');
    const names = ['core.entry', 'core.lesson_location', 'suspend_data', 'core.lesson_status', 'core.score.raw'];
    names.push(
      'interactions._count',
      'objectives._count',
      'objectives.10.id',
      'interactions.0.correct_responses._count',
    );
    return names.map((name) => api.LMSGetValue(`cmi.${name}`));
  });
  expect(resumed).toEqual(['resume', 'page-4', 'α|"quoted"|\n', 'passed', '85', '12', '11', 'o10', '12']);
});

test('SCORM 2004: the runtime’s own conclusions are taken, and everything resumes', async () => {
  server.masteryScore = 0.7;
  const first = await open('scorm2004');
  await first.part.evaluate(() => {
    const api = window.api2004;
    api.Initialize('');
    api.SetValue('cmi.location', 'page-2');
    for (let n = 0; n < 11; n += 1) {
      api.SetValue(`cmi.interactions.${n}.id`, `q${n}`);
      api.SetValue(`cmi.interactions.${n}.type`, 'choice');
      api.SetValue(`cmi.interactions.${n}.correct_responses.0.pattern`, 'a[,]b');
      api.SetValue(`cmi.interactions.${n}.learner_response`, 'a');
      api.SetValue(`cmi.comments_from_learner.${n}.comment`, `c${n}`);
    }
    api.SetValue('cmi.score.scaled', '0.9');
    api.SetValue('cmi.completion_status', 'completed');
    api.SetValue('cmi.exit', 'suspend');
    api.Terminate('');
  });
  await drained(first.page);
  expectWhole('launch-1');
  expect(server.elements('sco-0')).toMatchObject({ 'cmi.success_status': 'passed', 'cmi.location': 'page-2' });
  await first.page.close();

  const second = await open('scorm2004');
  const resumed = await second.part.evaluate(() => {
    const api = window.api2004;
    api.Initialize('');
    const names = ['entry', 'location', 'success_status', 'completion_status', 'total_time', 'interactions._count'];
    names.push('interactions.10.id', 'interactions.10.correct_responses.0.pattern', 'comments_from_learner.10.comment');
    return [...names.map((name) => api.GetValue(`cmi.${name}`)), api.SetValue('cmi.interactions.11.id', 'q11')];
  });
  const expected = ['resume', 'page-2', 'passed', 'completed', 'PT0H2M3.45S', '11', 'q10', 'a[,]b', 'c10', 'true'];
  expect(resumed).toEqual(expected);
});

/**
 * Has the content say its last words while the page goes, then opens it again. A browser ends an unloading page after about
 * half a second; where a busy machine makes it cut the content short, there is nothing to prove, and it is done again.
 */
async function sayLastWords(
  standard: 'scorm12' | 'scorm2004',
  event: string,
  politely: boolean,
  end: (page: Page) => Promise<unknown>,
): Promise<Page> {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const { page, part } = await open(standard);
    await part.evaluate(
      ([name, finish]) => {
        window.politely = finish;
        if (window.api12) window.api12.LMSInitialize('');
        else window.api2004.Initialize('');
        window.lastWordsOn(name);
      },
      [event, politely] as const,
    );
    server.mood = 'unreachable';
    await end(page);
    server.mood = 'takes';
    const again = await open(standard);
    if (await again.part.evaluate(() => localStorage.getItem('said') === 'everything')) {
      await drained(again.page);
      return again.page;
    }
    await stop();
    await begin();
  }
  throw new Error('The browser never let the page say everything.');
}

const endings: Record<string, (page: Page) => Promise<unknown>> = {
  'the tab is closed': async (page) => {
    const closed = page.waitForEvent('close');
    await page.close({ runBeforeUnload: true });
    await closed;
  },
  'the page goes elsewhere': (page) => page.goto('about:blank'),
  'the page is loaded again': (page) => page.reload(),
  'the frame is taken out of the page': (page) => page.evaluate(() => window.app.removeFrame()),
  'the player is left properly': (page) => page.evaluate(() => window.app.leave()),
};
const standards = ['scorm12', 'scorm2004'] as const;
const sayings = [
  ['unload', true],
  ['unload', false],
  ['pagehide', false],
] as const;
for (const [e, [ending, end]] of Object.entries(endings).entries()) {
  for (const [s, standard] of standards.entries()) {
    for (const [n, [event, politely]] of sayings.entries()) {
      const how = politely ? 'with a last finish' : 'without one';
      const title = `${standard}: 64,000 characters and 250 interactions said in ${event} survive when ${ending}, ${how}`;
      // Half of them hold every pair of an ending, a standard and a way of saying; the other half is for the whole.
      const tag = (e + n) % 2 === s ? [] : [WHOLE];
      test(title, { tag }, async () => {
        const again = await sayLastWords(standard, event, politely, end);
        expectWhole('launch-1');
        const elements = server.elements('sco-0');
        expect(elements['cmi.suspend_data']).toHaveLength(64_000);
        expect(Object.keys(elements).filter((name) => name.startsWith('cmi.interactions.'))).toHaveLength(1000);
        expect(elements[standard === 'scorm12' ? 'cmi.core.lesson_location' : 'cmi.location']).toBe('last');
        expect(server.launches[1]?.states[0]?.elements['cmi.suspend_data']).toHaveLength(64_000);
        const left = await again
          .frames()
          .find((frame) => frame.url().endsWith('part.html'))
          ?.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('waymark.entry.launch-1.')));
        expect(left).toEqual([]);
      });
    }
  }
}

for (const mood of ['fails', 'unreachable'] as const) {
  test(`a server that ${mood === 'fails' ? 'fails' : 'cannot be reached'} gets everything once it is back`, async () => {
    const { page, part } = await open('scorm12');
    server.mood = mood;
    await part.evaluate(async () => {
      window.api12.LMSInitialize('');
      for (let n = 0; n < 300; n += 1) {
        window.api12.LMSSetValue('cmi.core.lesson_location', `page-${n}`);
        window.api12.LMSCommit('');
        if (n % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    await expect
      .poll(() => page.evaluate(() => window.app.snapshot()))
      .toMatchObject({
        waiting: 300,
        offline: mood === 'unreachable',
      });
    expect(server.entries.get('launch-1')?.size ?? 0).toBe(0);
    server.mood = 'takes';
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await drained(page);
    expectWhole('launch-1');
    expect(server.entries.get('launch-1')?.size).toBe(300);
    expect(server.arrivals).toBe(300);
    expect(server.elements('sco-0')['cmi.core.lesson_location']).toBe('page-299');
    expect((await page.evaluate(() => window.app.snapshot())).lastSavedAt).not.toBeNull();
  });
}

test('what waits in the queue is sent when the app is opened again, without the player', async () => {
  const { page, part } = await open('scorm12');
  server.mood = 'fails';
  await part.evaluate(() => {
    window.api12.LMSInitialize('');
    window.api12.LMSSetValue('cmi.suspend_data', 'waits');
  });
  await expect.poll(() => page.evaluate(() => window.app.snapshot().waiting)).toBe(1);
  await page.close();
  server.mood = 'takes';
  const again = await context.newPage();
  await again.goto(server.origin);
  await expect.poll(() => server.elements('sco-0')['cmi.suspend_data'], { timeout: 15_000 }).toBe('waits');
});

test('last words said when the frame is taken out of the page arrive without opening the course again', async () => {
  const { page, part } = await open('scorm12');
  await part.evaluate(() => {
    window.api12.LMSInitialize('');
    window.addEventListener('unload', () => {
      window.api12.LMSSetValue('cmi.core.lesson_status', 'completed');
      window.api12.LMSFinish('');
    });
  });
  await page.evaluate(() => window.app.removeFrame());
  await expect.poll(() => server.elements('sco-0')['cmi.core.lesson_status']).toBe('completed');
});

test('a plain page, which knows no API, is done when it has been shown', async () => {
  await open('scorm12', ['plain.html']);
  await expect.poll(() => server.elements('sco-0')).toEqual({ 'cmi.core.lesson_status': 'completed' });
  expect([...(server.entries.get('launch-1')?.values() ?? [])][0]?.ended).toBe(true);
});

test('hostile content reaches nothing of the app', async () => {
  const { page, part } = await open('scorm12');
  const seen = await part.evaluate(async () => {
    const attempt = (what: () => unknown): string => {
      try {
        return String(what());
      } catch (error) {
        return (error as Error).name;
      }
    };
    const app = window.top;
    const call = await fetch(`http://${location.host.replace('content.', '')}/api/v1/my/attempts/a/launches`, {
      method: 'POST',
      credentials: 'include',
    }).then(
      () => 'read',
      (error: Error) => error.name,
    );
    return {
      climb: window.climb(),
      cookie: document.cookie,
      storage: localStorage.getItem('app-secret'),
      topDocument: attempt(() => app?.document.cookie),
      topStorage: attempt(() => app?.localStorage.getItem('app-secret')),
      topApp: attempt(() => (app as Window).app),
      topOpener: attempt(() => app?.opener),
      navigation: attempt(() => ((app as Window).location.href = 'about:blank')),
      restored: attempt(() => {
        Reflect.deleteProperty(window.parent, 'parent');
        return window.parent.parent === window.parent;
      }),
      onlyOne: [typeof window.parent.API, 'API_1484_11' in window.parent],
      methods: Object.keys(window.parent.API as object).length,
      call,
    };
  });
  expect(seen.climb).toEqual({ steps: 1, isTop: false, isOurs: true });
  expect(seen.cookie).toBe('');
  expect(seen.storage).toBeNull();
  expect([seen.topDocument, seen.topStorage, seen.topApp]).toEqual(['SecurityError', 'SecurityError', 'SecurityError']);
  expect(seen.topOpener).toBe('null');
  expect(seen.navigation).toBe('SecurityError');
  expect(seen.restored).not.toBe('false');
  expect(seen.onlyOne).toEqual(['object', false]);
  expect(seen.methods).toBe(8);
  expect(seen.call).toBe('TypeError');
  expect(page.url()).toBe(`${server.origin}/`);
});

test('forged messages, a forged offer and a reloaded frame change nothing', async () => {
  const { page, part } = await open('scorm12');
  await part.evaluate(() => {
    const { port1 } = new MessageChannel();
    window.top?.postMessage({ type: 'entry', entry: { seq: 1, sco: 'x', at: new Date().toISOString() } }, '*');
    window.parent.postMessage({ type: 'waymark-port', version: 1 }, '*', [port1]);
  });
  await part.evaluate(() => void setTimeout(() => window.parent.location.reload(), 0));
  await expect
    .poll(() => page.evaluate(() => window.app.hostEvents.at(-1)))
    .toEqual({
      type: 'failed',
      reason: 'navigated-away',
    });
  expect(server.launches).toHaveLength(1);
  expect(server.arrivals).toBe(0);
});

test('a launch that was taken over shows so and writes no more', async () => {
  const { page, part } = await open('scorm12');
  server.mood = 'supersedes';
  await part.evaluate(() => {
    window.api12.LMSInitialize('');
    window.api12.LMSSetValue('cmi.core.lesson_location', 'one');
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('alert')).toContainText('This course is open somewhere else');
  expect(page.frames().some((one) => one.url().endsWith('part.html'))).toBe(false);
  expect(await page.evaluate(() => window.app.snapshot().superseded)).toBe(true);
  await drained(page);
  expect(server.entries.get('launch-1')?.size).toBe(1);
});

test('a revoked launch is kept aside and told once', async () => {
  const { page, part } = await open('scorm12');
  server.mood = 'has-ended';
  await part.evaluate(() => {
    window.api12.LMSInitialize('');
    window.api12.LMSSetValue('cmi.core.lesson_location', 'one');
  });
  await expect
    .poll(() => page.evaluate(() => window.app.queueEvents))
    .toEqual([{ type: 'aside', launchId: 'launch-1', reason: 'launch-ended', count: 1 }]);
  await expect.poll(() => page.evaluate(() => window.app.snapshot())).toMatchObject({ waiting: 0, aside: 1 });
});

test('several parts: each has its own runtime, and the content token is renewed', async () => {
  const { page, part } = await open('scorm12', ['one.html', 'two.html']);
  await part.evaluate(() => {
    window.api12.LMSInitialize('');
    window.api12.LMSSetValue('cmi.core.lesson_location', 'in one');
  });
  await expect
    .poll(() => page.evaluate(() => window.app.hostEvents.findLast((event) => event.type === 'contents')))
    .toMatchObject({
      contents: { current: 'sco-0', next: 'yes', items: [{ title: 'Part 1' }, { title: 'Part 2', may: true }] },
    });
  await page.evaluate(() => window.app.go({ to: 'next' }));
  await expect.poll(() => page.frames().some((frame) => frame.url().endsWith('two.html'))).toBe(true);
  const two = page.frames().find((frame) => frame.url().endsWith('two.html')) as Frame;
  await two.waitForFunction(() => 'lastWordsOn' in window);
  const location = await two.evaluate(() => {
    window.api12.LMSInitialize('');
    const before = window.api12.LMSGetValue('cmi.core.lesson_location');
    window.api12.LMSSetValue('cmi.core.lesson_location', 'in two');
    return before;
  });
  expect(location).toBe('');
  await expect.poll(() => server.elements('sco-1')['cmi.core.lesson_location']).toBe('in two');
  expect(server.elements('sco-0')['cmi.core.lesson_location']).toBe('in one');
  expect(await page.evaluate(() => window.app.hostEvents.findLast((event) => event.type === 'location'))).toMatchObject(
    {
      location: 'in two',
      title: 'Part 2',
    },
  );
  await expect.poll(() => server.renewals, { timeout: 10_000 }).toEqual(['next-token']);
});
