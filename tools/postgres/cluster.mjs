import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAccount, canReach } from './account.mjs';

const password = () => randomBytes(24).toString('base64url');

/**
 * What must outlive a run, in a file beside the cluster that only its owner reads: the port, the passwords, and where
 * the cluster lies when the account of the server cannot get into `dir`.
 */
export function openSecrets(dir, account) {
  const file = `${dir}.json`;
  if (existsSync(file)) return { ...JSON.parse(readFileSync(file, 'utf8')), file };
  if (existsSync(join(dir, 'data'))) {
    throw new Error(
      `${file} holds the passwords of the database in ${dir} and is missing: put it back, or remove both.`,
    );
  }
  const secrets = {
    port: null,
    home: canReach(dir, account) ? null : `/var/lib/waymark/cluster-${randomBytes(8).toString('hex')}`,
    passwords: { postgres: password(), waymark_owner: password(), waymark_app: password() },
  };
  return { ...secrets, file };
}

export function saveSecrets({ file, ...secrets }) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(draft, file);
}

export const serverEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const run = (program, args, options) =>
  new Promise((done, failed) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', failed);
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`The database could not be created.\n${output}`)),
    );
  });

/** Makes the cluster's folder in full or not at all. */
export async function createCluster({ home, bin, account, secrets, durable }) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (account) chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
  const draft = join(home, 'data.init');
  const passwordFile = join(home, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, secrets.passwords.postgres, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  const locale = process.platform === 'darwin' ? 'C' : 'C.UTF-8';
  try {
    await run(
      join(bin, 'initdb'),
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${locale}`,
        '--locale-provider=icu',
        '--icu-locale=und',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...asAccount(account), cwd: home, env: serverEnv },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, join(home, 'data'));
}
