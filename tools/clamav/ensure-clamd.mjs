import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../setup/file-lock.mjs';
import { cacheDir } from '../setup/paths.mjs';
import { Stop } from '../setup/stop-sentence.mjs';

const debian = '/usr/sbin/clamd';
const own = join(cacheDir, 'clamav');

const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The folders of libraries that the unpacked packages brought. */
const libraries = () =>
  ['usr/lib', 'lib']
    .map((lib) => join(own, lib))
    .filter((dir) => existsSync(dir))
    .flatMap((dir) => [dir, ...readdirSync(dir).map((name) => join(dir, name))])
    .join(':');

const unpacked = () =>
  runs(join(own, debian)) ? { program: join(own, debian), env: { LD_LIBRARY_PATH: libraries() } } : null;

const run = (program, args, cwd) =>
  spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

/** Debian's packages that clamd needs and this machine lacks, but for the one that fetches signatures. */
const packages = () => {
  const plan = run('apt-get', ['-s', '--no-install-recommends', 'install', 'clamav-daemon']);
  if (plan.status !== 0) return null;
  const names = [...plan.stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
  return names.filter((name) => name !== 'clamav-freshclam' && name !== 'logrotate');
};

/** Unpacked beside the checkout instead of installed: no service begins to run on the developer's machine. */
function unpackDebian() {
  if (run('apt-get', ['--version']).status !== 0) return false;
  process.stderr.write('Fetching the malware scanner for the tests (Debian’s clamav-daemon, once) …\n');
  let names = packages();
  if (!names && process.getuid?.() === 0 && run('apt-get', ['update', '-qq']).status === 0) names = packages();
  if (!names) return false;
  const draft = mkdtempSync(join(cacheDir, 'clamav-draft-'));
  try {
    if (run('apt-get', ['download', '-qq', ...names], draft).status !== 0) return false;
    for (const file of readdirSync(draft).filter((name) => name.endsWith('.deb')))
      if (run('dpkg-deb', ['-x', file, 'root'], draft).status !== 0) return false;
    rmSync(own, { recursive: true, force: true });
    renameSync(join(draft, 'root'), own);
    return true;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * ClamAV's daemon for the tests, with what its environment needs; brings Debian's where it may. Throws a sentence when
 * there is none: tests never skip.
 */
export async function ensureClamd() {
  const named = process.env.CLAMD_PATH;
  if (named) {
    if (runs(named)) return { program: named, env: {} };
    throw new Stop(`CLAMD_PATH names ${named}, which is no program that can be run.`);
  }
  if (runs(debian)) return { program: debian, env: {} };
  const lock = await waitForLock(join(cacheDir, 'clamav.lock'), {});
  try {
    const found = unpacked() ?? (unpackDebian() ? unpacked() : null);
    if (found) return found;
  } finally {
    lock.release();
  }
  throw new Stop(
    'The malware tests need ClamAV’s clamd: install it (on Debian or Ubuntu: apt-get install clamav-daemon), or set CLAMD_PATH to its program.',
  );
}
