import { mkdir, open, opendir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface FoundFile {
  name: string;
  path: string;
  changedAt: Date;
}

/** Makes the directory and what is missing above it, and makes each new name survive a power cut. */
export async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) await flushDirectory(dirname(at));
}

export async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Every file below a directory, one by one; none when there is no such directory. */
export async function* listFiles(directory: string): AsyncGenerator<FoundFile> {
  try {
    for await (const entry of await opendir(directory)) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        yield* listFiles(path);
        continue;
      }
      const facts = await stat(path).catch(unlessMissing);
      if (facts?.isFile()) yield { name: entry.name, path, changedAt: facts.mtime };
    }
  } catch (error) {
    unlessMissing(error);
  }
}

export function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}
