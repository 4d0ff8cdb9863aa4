import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const running = new Set();

/** Ends every stage that still runs, with all that it has started. */
export const endStages = () =>
  running.forEach((child) => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has just ended by itself.
    }
  });

/** Writes what comes line by line, each behind the name of whoever says it: two lanes speak at the same time. */
const forward = (from, to, label) => {
  let rest = '';
  const write = (line) => line.trim() && to.write(`${label} │ ${line}\n`);
  from.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    lines.forEach(write);
  });
  from.on('end', () => write(rest));
};

/**
 * Runs a program of the project under this Node; its messages are kept when `quiet`, shown line by line behind its `label`,
 * and shown as they come otherwise.
 */
export const runNode = (args, { quiet = false, label = null, env = {} } = {}) =>
  new Promise((done) => {
    const pipe = quiet || label ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', pipe, pipe],
      detached: true,
    });
    running.add(child);
    let output = '';
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8');
      if (label) forward(child[name], process[name], label);
      else child[name]?.on('data', (chunk) => (output += chunk));
    }
    const end = (code) => {
      running.delete(child);
      done({ code, output });
    };
    child.on('error', (error) => end(error.message));
    // Its last words come before it is closed; what it has left behind must not be waited for.
    child.on('exit', (code, signal) => setTimeout(() => end(code ?? signal), 2000).unref());
    child.on('close', (code, signal) => end(code ?? signal));
  });

const bin = (path) => join(root, 'node_modules', path);

export const tools = {
  tsc: bin('typescript/bin/tsc'),
  jest: bin('jest/bin/jest.js'),
  playwright: bin('@playwright/test/cli.js'),
};

/** How Node runs jest: tests make much that is thrown away at once, and room for it is a tenth less processor time. */
export const jest = ['--experimental-vm-modules', '--no-warnings', '--max-semi-space-size=64', tools.jest];

/** What tsc is told to check one side of the code, `server` or `web`; it keeps what it has seen, so that the next check is quick. */
export const typesOf = (side) => [
  ...[tools.tsc, '-p', `tsconfig.${side}.json`],
  ...['--incremental', '--tsBuildInfoFile', join(root, `.cache/types-${side}.tsbuildinfo`)],
];

/**
 * Runs one stage and tells of it: a heading, its messages where they are kept, the time. Counts as one unless it counts itself;
 * what failed is `named`, what passed only when tried again is in `again`.
 */
export async function stage(name, work) {
  const started = Date.now();
  const {
    code,
    output = '',
    passed = code === 0 ? 1 : 0,
    failed = 0,
    notes = [],
    named = [],
    again = [],
  } = await work();
  // Whatever a stage counted, one that ended badly has failed.
  const counts = { passed, failed: code === 0 ? failed : Math.max(failed, 1), named: [...named], again };
  if (counts.failed > 0 && named.length === 0) counts.named.push({ test: name, why: `ended with ${code}` });
  const time = ((Date.now() - started) / 1000).toFixed(1);
  const verdict = counts.failed === 0 ? 'passed' : 'FAILED';
  process.stdout.write(
    `\n== ${name}: ${verdict} in ${time} s\n${output.trim() ? `${output.trim()}\n` : ''}${notes.map((note) => `${note}\n`).join('')}`,
  );
  return counts;
}
