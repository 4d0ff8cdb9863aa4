import { parseArgs } from 'node:util';
import { runRuleFaults } from './rules/run-rule-faults.js';
import { runFaults } from './run-faults.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const HELP = `npm run fault -- player [--sessions 200] [--browsers 8] [--pages 24] [--seed N]
npm run fault -- rules [--people 8000] [--changes 200] [--seed N]`;

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} is a whole number from ${least} on.\n${HELP}`);
  return value;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: 'string', default: '200' },
    browsers: { type: 'string', default: '8' },
    pages: { type: 'string', default: '24' },
    people: { type: 'string', default: '8000' },
    changes: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const what = positionals.join(' ');
if (what !== 'player' && what !== 'rules') throw new Error(HELP);

// What was started is stopped on the way out.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const seed = whole('seed', values.seed, 0);
say(`Seed ${seed}.`);
const report =
  what === 'rules'
    ? await runRuleFaults({
        seed,
        people: whole('people', values.people, 100),
        changes: whole('changes', values.changes, 1),
        say,
      })
    : await runFaults({
        seed,
        sessions: whole('sessions', values.sessions, 1),
        browsers: whole('browsers', values.browsers, 0),
        pages: whole('pages', values.pages, 2),
        atOnce: 32,
        chromiumPath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
        say,
      });
const { faults, harm, ...counts } = report;
process.stdout.write(`${JSON.stringify({ seed, ...counts, ...harm, faults: faults.length }, null, 2)}\n`);
for (const fault of faults.slice(0, 50)) say(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
