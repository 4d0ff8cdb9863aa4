import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holderOf, readLock, waitForLock } from './file-lock.mjs';
import { cacheDir, dataDirOf, root } from './paths.mjs';
import { identityOf, isSameProcess } from './process-identity.mjs';
import { Stop } from './stop-sentence.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.waymark-install');
const runningDir = join(modules, '.waymark-running');

const readText = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Whether everything the lock file demands is what npm says it put in place; optional packages may be missing. */
export function sameTree(lock, installed) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const found = installed.packages[path];
    // A library of our own that came since is a link that is not there yet.
    if (wanted.link) return found?.link === true && found.resolved === wanted.resolved;
    if (!found) return !!(wanted.optional || wanted.devOptional || wanted.peer);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function isInstalled() {
  const lock = readText(join(root, 'package-lock.json'));
  if (lock === null) throw new Stop('package-lock.json is missing: this is not a complete checkout.');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readText(stampFile) === hash) return true;
  const installed = readText(join(modules, '.package-lock.json'));
  if (installed === null || !sameTree(JSON.parse(lock), JSON.parse(installed))) return false;
  writeStamp(hash);
  return true;
}

function writeStamp(hash) {
  try {
    writeFileSync(stampFile, hash);
  } catch {
    // A checkout that belongs to somebody else works as well, a few milliseconds slower.
  }
}

/** Says that this process works with node_modules, so that nobody replaces it underneath. Returns how to take it back. */
export function markRunning() {
  const file = join(runningDir, String(process.pid));
  try {
    mkdirSync(runningDir, { recursive: true });
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
  } catch {
    // As above: nothing that an ordinary user of somebody else's checkout needs.
  }
  return () => rmSync(file, { force: true });
}

function runningInstance() {
  const instance = holderOf(join(dataDirOf(), 'instance.json'));
  if (instance) return instance.pid;
  let names = [];
  try {
    names = readdirSync(runningDir);
  } catch {
    return null;
  }
  return names.map((name) => readLock(join(runningDir, name))).find((record) => isSameProcess(record))?.pid ?? null;
}

const npmCi = () =>
  new Promise((done, failed) => {
    // npm's own variables of the surrounding `npm start` would redirect the installation (a --prefix, a workspace).
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|lifecycle|package)/.test(name)),
    );
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env,
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });

/** Installs the packages when they are not the ones of package-lock.json. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  const lock = await waitForLock(join(cacheDir, 'install.lock'), {}, () =>
    process.stderr.write('Waiting for another installation of the packages …\n'),
  );
  try {
    if (isInstalled()) return;
    const pid = runningInstance();
    if (pid !== null) {
      throw new Stop(
        `The packages must be installed anew, but Waymark is running from them (process ${pid}): stop it first.`,
      );
    }
    process.stderr.write('Installing the packages (about a minute, once) …\n');
    const started = Date.now();
    const code = await npmCi().catch((error) => {
      throw new Stop(`npm could not be started (${error.message}).`);
    });
    if (code !== 0) throw new Stop(`The packages could not be installed: npm ci ended with ${code}.`);
    isInstalled();
    writeStamp(
      createHash('sha256')
        .update(readText(join(root, 'package-lock.json')))
        .digest('hex'),
    );
    process.stderr.write(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
  } finally {
    lock.release();
  }
}
