import { readFileSync, writeFileSync } from 'node:fs';

const MB = 1e6;

/** Forgets how much memory a process has had at most until now (proc(5), clear_refs): Linux only. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Megabytes (10⁶ bytes) of resident memory that a process has had at most since then. */
export function peakOf(pid: number): number {
  const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (!found) throw new Error(`/proc/${pid}/status has no VmHWM`);
  return (Number(found[1]) * 1024) / MB;
}
