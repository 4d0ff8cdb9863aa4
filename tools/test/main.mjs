import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { scratchRoot } from '../setup/scratch.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { jestCounts, playwrightCounts } from './counts.mjs';
import { endStages, jest, runNode, stage, typesOf } from './stages.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'waymark-test-'));
const end = () => {
  endStages();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(130);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
whenParentDies(end);

const quiet =
  (...args) =>
  () =>
    runNode(args, { quiet: true });
const tool = (path) => join(root, 'tools', path);

/** A stage that counts its tests in a report of JSON; without a report it has failed. */
const counted =
  (args, { label, reportFile, count, env = {} }) =>
  async () => {
    const { code } = await runNode(args, { label, env });
    try {
      return { code, ...count(JSON.parse(readFileSync(reportFile, 'utf8'))) };
    } catch (error) {
      return { code: code || 1, passed: 0, failed: 1, notes: [`It left no readable report (${error.message}).`] };
    }
  };

const inTurn = async (stages) => {
  const results = [];
  for (const [name, work] of stages) results.push(await stage(name, work));
  return results;
};

/**
 * Journeys are played on a phone, and of what is tagged as the whole of a matrix only the part that holds every pair. Those
 * of `ELSEWHERE` go over what tests of the API and of its parts hold already. `npm run e2e` plays all of them, at both widths.
 */
const ELSEWHERE = (
  'assess assignments-life assignments-time builder-versions crew data-protection equivalences exemption-lapse imports media ' +
  'page path quiz roles second-step sessions sign-in-cards survey upload workbench-schedules'
).split(' ');
const LEFT_OUT = `at 1280 px|@whole|while the server is killed|(${ELSEWHERE.join('|')})\\.e2e\\.ts`;

const jestReport = join(scratch, 'jest.json');
const browserReport = join(scratch, 'playwright.json');

const tests = counted(
  [
    ...[...jest, '--maxWorkers=2', '--workerIdleMemoryLimit=1500MB'],
    ...['--json', `--outputFile=${jestReport}`, '--silent=false'],
  ],
  { label: 'tests  ', reportFile: jestReport, count: jestCounts, env: { TMPDIR: scratchRoot() } },
);
const journeys = counted([tool('e2e/main.mjs'), '--grep-invert', LEFT_OUT], {
  label: 'browser',
  reportFile: browserReport,
  count: playwrightCounts,
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport, WAYMARK_JOURNEYS: 'counted' },
});

await runMain(async () => {
  // Two lanes: beside the journeys, which wait more than they work, first what needs one core and then the tests, which fill both.
  const looking = inTurn([
    ['lint', quiet(tool('lint/main.mjs'))],
    ['types of the server', quiet(...typesOf('server'))],
    ['types of the web', quiet(...typesOf('web'))],
  ]);
  const lanes = [
    looking,
    looking.then(() => inTurn([['tests', tests]])),
    inTurn([
      ['build', quiet(tool('build/main.mjs'))],
      ['first page', quiet(tool('build/first-page.mjs'))],
      ['browser', journeys],
      // What is planted for a moment must be neither built nor looked at by others.
      ['boundaries', () => looking.then(quiet(tool('lint/probe.mjs')))],
    ]),
  ];
  const all = (await Promise.all(lanes)).flat();
  rmSync(scratch, { recursive: true, force: true });
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  const tell = (how, key) =>
    all.flatMap((counts) => counts[key]).map(({ test, why }) => `${how} ${test}${why ? `: ${why}` : ''}\n`);
  const told = [...tell('Passed only when tried again:', 'again'), ...tell('Failed:', 'named')];
  process.stdout.write(`\n${told.join('')}\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') > 0 ? 1 : 0;
});
