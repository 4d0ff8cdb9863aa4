import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { Stop } from '../setup/stop-sentence.mjs';

const debian = '/usr/bin/chromium';

const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));

/** Root's own commands, sudo's where it asks for no password, else null. */
const asRoot = () => {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
};

function installDebian() {
  const prefix = asRoot();
  if (!prefix || !isDebian()) return false;
  process.stderr.write('Installing the browser for the tests (Debian’s chromium, once) …\n');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const [program, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    if (spawnSync(program, rest, { stdio: ['ignore', 2, 2] }).status !== 0) return false;
  }
  return runs(debian);
}

const playwrightsOwn = async () => {
  const { chromium } = await import('playwright-core');
  const file = chromium.executablePath();
  return file && runs(file) ? file : null;
};

/** The browser the tests drive; installs Debian's where it may. Throws a sentence when there is none: tests never skip. */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Stop(`CHROMIUM_PATH names ${named}, which is no program that can be run.`);
  }
  if (runs(debian) || installDebian()) return debian;
  const own = await playwrightsOwn();
  if (own) return own;
  throw new Stop('The browser tests need Chromium: install it and set CHROMIUM_PATH to its program.');
}
