import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { Stop } from '../setup/stop-sentence.mjs';

const marker = (dataDir) => join(dataDir, 'prepared.json');

/**
 * What a prepared database is remembered as. Passwords and ports of our own may change; of the operator's it counts which
 * one it is and which login the API uses, since that has to be given its rights.
 */
export function markOf({ buildId, postgres, env }) {
  const logins = `${env.DATABASE_URL} ${env.DATABASE_APP_URL ?? ''}`;
  const database = postgres ? 'embedded' : createHash('sha256').update(logins).digest('hex').slice(0, 16);
  return JSON.stringify({ build: buildId, database });
}

const isPrepared = (dataDir, wanted) => {
  try {
    return readFileSync(marker(dataDir), 'utf8') === wanted;
  } catch {
    return false;
  }
};

/** Brings the database up to this build (`lms prepare`), unless the data folder says that it is. */
export async function prepare({ dataDir, buildId, postgres, env, stdout = 'inherit', onChild = () => {} }) {
  const wanted = markOf({ buildId, postgres, env });
  if (isPrepared(dataDir, wanted)) return;
  rmSync(marker(dataDir), { force: true });
  const code = await new Promise((done, failed) => {
    const file = join(root, 'apps/api/dist/lms.js');
    const child = spawn(process.execPath, ['--enable-source-maps', file, 'prepare'], {
      cwd: root,
      env,
      stdio: ['ignore', stdout, 'inherit'],
    });
    onChild(child);
    child.on('error', failed);
    child.on('exit', (code, signal) => done(signal ?? code));
  });
  // It has said why.
  if (code === 1 || code === 2) throw new Stop('', code);
  if (code !== 0) throw new Stop(`The database could not be prepared (lms prepare ended with ${code}).`);
  writeFileSync(marker(dataDir), wanted);
}
