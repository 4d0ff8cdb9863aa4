import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, isAlive, workingDirectoryOf } from '../setup/process-identity.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** What the server wrote of itself: its number, folder, port and state. Null when there is no file. */
export function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), dir: lines[1], port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

const serves = (pid, data) => {
  if (!isAlive(pid)) return false;
  const at = workingDirectoryOf(pid);
  return at === null ? commandLineOf(pid).includes(data) : at === data && /postgres/.test(commandLineOf(pid));
};

/** Processes that still work in the folder: what a killed server leaves for a moment. Linux only, else none. */
const workersIn = (data) => {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => serves(pid, data));
};

/** The server that already runs on this folder, or null. */
export function runningServer(data) {
  const found = readPidFile(data);
  return found && serves(found.pid, data) ? found : null;
}

/**
 * Removes what a killed server left. PostgreSQL does so by itself unless the old number answers, as that of a zombie or
 * of another program does. Its backends share memory with it and must be gone before: the file is what guards that.
 */
export async function clearStale(data) {
  if (!readPidFile(data)) return;
  for (let tries = 0; workersIn(data).length > 0; tries += 1) {
    if (tries > 200) throw new Error('Processes of an earlier database server still run; end them and start again.');
    await pause(50);
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

/** Waits until the server takes connections; `ended()` tells that it will not. */
export async function waitUntilReady(data, ended, ms = 60_000) {
  for (const end = Date.now() + ms; Date.now() < end; await pause(5)) {
    const found = readPidFile(data);
    if (found?.ready) return found;
    if (ended()) return null;
  }
  return null;
}
