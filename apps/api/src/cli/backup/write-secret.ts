import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from '@lms/api-platform';

/** Puts the secret back with which links and tokens were signed, so that those that are out there go on being valid. */
export async function writeSecret(
  { dataDir, secret }: Configuration,
  restored: string,
  progress: (line: string) => void,
): Promise<void> {
  if (secret !== undefined) {
    progress('WAYMARK_SECRET is set, so the secret in the backup is not used.');
    return;
  }
  await mkdir(dataDir, { recursive: true });
  const draft = path.join(dataDir, `secret.${process.pid}`);
  await writeFile(draft, restored, { mode: 0o600 });
  await rename(draft, path.join(dataDir, 'secret'));
}
