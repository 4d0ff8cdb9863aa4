import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

const linux = process.platform === 'linux';

const exists = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const ps = (pid, column) => {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
};

/** Fields of /proc/PID/stat after the command's name, which may itself hold spaces and brackets. */
const statOf = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
};

/** Whether a process runs. A zombie, which answers signals but does nothing, does not. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return false;
  const state = linux ? statOf(pid)?.[0] : ps(pid, 'state');
  return !!state && !/^[ZX]/.test(state);
}

const boot = () => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
};

/** Tells a process from a later one that was given the same number; null when there is none. */
export function identityOf(pid) {
  if (!isAlive(pid)) return null;
  return linux ? `${boot()}:${statOf(pid)?.[19]}` : ps(pid, 'lstart');
}

/** Whether the very process that was recorded as `{ pid, identity }` still runs. */
export const isSameProcess = (recorded) =>
  !!recorded && Number.isInteger(recorded.pid) && identityOf(recorded.pid) === recorded.identity;

/** The number of the process that started it, null when it cannot be told. */
export function parentOf(pid) {
  const parent = Number(linux ? statOf(pid)?.[1] : ps(pid, 'ppid'));
  return Number.isInteger(parent) ? parent : null;
}

/** Its command line, '' when it cannot be read. */
export function commandLineOf(pid) {
  if (!linux) return ps(pid, 'command');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Its working directory, null when it cannot be told (always so outside Linux). */
export function workingDirectoryOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until the process is gone; false when it still runs after `ms`. */
export async function waitForExit(pid, ms) {
  const end = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}

/** Asks a process to end, and ends it after `patience` milliseconds. */
export async function endProcess(pid, patience = 3000) {
  for (const [signal, ms] of [
    ['SIGTERM', patience],
    ['SIGKILL', 2000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await waitForExit(pid, ms)) return;
  }
}
