import { parseArgs } from 'node:util';
import type { BenchCase } from './bench-case.js';
import { completeCase } from './cases/complete.js';
import { commitCase } from './cases/commit.js';
import { growthCase } from './cases/growth.js';
import { importCase, importLargeCase } from './cases/import.js';
import { matrixCase } from './cases/matrix.js';
import { matrixCsvCase } from './cases/matrix-csv.js';
import { memoryCase } from './cases/memory.js';
import { overviewCase } from './cases/overview.js';
import { playCase } from './cases/play.js';
import { quizSubmitCase } from './cases/quiz-submit.js';
import { ruleCase } from './cases/rule.js';
import { searchCase } from './cases/search.js';
import { signInCase } from './cases/sign-in.js';
import { standingCase } from './cases/standing.js';
import { startCase } from './cases/start.js';
import { todayCase } from './cases/today.js';
import { uploadCase } from './cases/upload.js';
import { lineOf } from './report/result.js';
import { type Finished, tableOf } from './report/table.js';
import { dataFacts, machineFacts } from './setting/machine.js';
import { Workbench } from './setting/workbench.js';

const CASES: BenchCase[] = [
  todayCase,
  commitCase,
  signInCase,
  startCase,
  memoryCase,
  playCase,
  uploadCase,
  searchCase,
  quizSubmitCase,
  completeCase,
  standingCase,
  growthCase,
  matrixCase,
  matrixCsvCase,
  overviewCase,
  ruleCase,
  importCase,
  importLargeCase,
];

const HELP = `npm run bench -- [CASE …] [--json] [--rounds 3] [--seconds 5]
Cases: ${CASES.map(({ name }) => name).join(', ')}. Build first: npm run build.`;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function optionsOf(): { chosen: BenchCase[]; json: boolean; pace: { rounds: number; seconds: number } } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
    },
  });
  const pace = { rounds: Number(values.rounds), seconds: Number(values.seconds) };
  const unknown = positionals.find((name) => !CASES.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`There is no case "${unknown}".\n${HELP}`);
  if (!(pace.rounds >= 1) || !(pace.seconds >= 1)) throw new Error(`Rounds and seconds are at least 1.\n${HELP}`);
  const chosen = CASES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { chosen, json: values.json, pace };
}

async function main(): Promise<number> {
  const { chosen, json, pace } = optionsOf();
  const bench = new Workbench(pace, say);
  const stop = (): void => void bench.close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  const finished: Finished[] = [];
  let failed = 0;
  try {
    const needsDemo = chosen.some(
      ({ name }) =>
        ![
          'start',
          'search',
          'rule',
          'standing',
          'growth',
          'matrix',
          'matrix-csv',
          'overview',
          'import',
          'import-large',
        ].includes(name),
    );
    say([machineFacts(), ...(needsDemo ? [await dataFacts(bench)] : [])].join('\n'));
    for (const one of chosen) {
      say(`${one.name}: ${one.title} …`);
      try {
        const measured = await one.run(bench);
        const line = lineOf(one, measured);
        finished.push({ bench: one, line, measured });
        if (json) process.stdout.write(`${JSON.stringify(line)}\n`);
      } catch (error) {
        failed += 1;
        say(`${one.name} FAILED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
    }
    if (!json && finished.length > 0) process.stdout.write(`\n${tableOf(finished)}\n`);
  } finally {
    await bench.close();
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
