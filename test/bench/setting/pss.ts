import { readdirSync, readFileSync } from 'node:fs';

const MB = 1e6;

/** Proportional set size in bytes: memory of its own, and its share of what it has in common with other processes. */
function pssOf(pid: number): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  if (!found) throw new Error(`/proc/${pid}/smaps_rollup has no Pss`);
  return Number(found[1]) * 1024;
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

/** Megabytes (10⁶ bytes) that a process and those it started hold, by /proc: Linux only. */
export function memoryOf(pid: number): number {
  if (process.platform !== 'linux') throw new Error('Memory is measured by /proc/<pid>/smaps_rollup: on Linux only');
  const bytes = [pid, ...childrenOf(pid)].reduce((sum, one) => sum + pssOf(one), 0);
  return bytes / MB;
}
