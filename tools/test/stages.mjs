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

/** Runs a program of the project under this Node; its messages are kept when `quiet`, and shown as they come otherwise. */
export const runNode = (args, { quiet = false, env = {} } = {}) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      detached: true,
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const end = (code) => {
      running.delete(child);
      done({ code, output });
    };
    child.on('error', (error) => end(error.message));
    child.on('exit', (code, signal) => end(code ?? signal));
  });

const bin = (path) => join(root, 'node_modules', path);

export const tools = {
  tsc: bin('typescript/bin/tsc'),
  jest: bin('jest/bin/jest.js'),
  playwright: bin('@playwright/test/cli.js'),
};

/** Runs one stage and tells of it: a heading, its messages where they are kept, the time. Counts as one unless it counts itself. */
export async function stage(name, work) {
  const started = Date.now();
  const { code, output = '', passed, failed, notes = [] } = await work();
  const counts = passed === undefined ? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 } : { passed, failed };
  // Whatever a stage counted, one that ended badly has failed.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  const time = ((Date.now() - started) / 1000).toFixed(1);
  const verdict = counts.failed === 0 ? 'passed' : 'FAILED';
  process.stdout.write(
    `\n== ${name}: ${verdict} in ${time} s\n${output.trim() ? `${output.trim()}\n` : ''}${notes.map((note) => `${note}\n`).join('')}`,
  );
  return counts;
}
