import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The password of everybody in the demonstration. */
export const DEMO_PASSWORD = 'waymark-demo';

/** An account that is shown to whoever starts the demonstration. */
export interface ShownAccount {
  role: string;
  name: string;
  signInName: string;
  password: string;
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'demo-accounts.json');

/** For its owner alone, and never half-written. */
export async function writeAccountsFile(dataDir: string, accounts: readonly ShownAccount[]): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${fileIn(dataDir)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, fileIn(dataDir));
}

/** Undefined when there is none. */
export async function readAccountsFile(dataDir: string): Promise<ShownAccount[] | undefined> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as ShownAccount[];
  } catch {
    return undefined;
  }
}
