import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export interface Floor {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Runs one of the programs in floors/ under plain Node and waits until it listens. */
export async function startFloor(
  name: 'today' | 'statement' | 'search' | 'commit' | 'sign-in' | 'start' | 'static',
  { settings, args = [] }: { settings?: Record<string, string | number>; args?: string[] },
): Promise<Floor> {
  const file = join(import.meta.dirname, '..', 'floors', `${name}.mjs`);
  const child = fork(file, args, { execArgv: [] });
  if (settings) child.send(settings);
  const port = await portOf(child);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => end(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A floor ended with ${String(code)} before it listened`)));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
