import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastBuild } from './build/build.mjs';
import { waitForLock } from './setup/file-lock.mjs';
import { cacheDir } from './setup/paths.mjs';

const kept = join(cacheDir, 'instances');

/** The demonstration is made up around the day, and by the server's own code. */
const nameOfToday = () => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
  return `${lastBuild().id}-${day}`;
};

/** With owners and rights: PostgreSQL's files belong to an account of its own where the product runs as root. */
const copy = (from, to) =>
  new Promise((done, failed) => {
    const child = spawn('cp', ['-a', `${from}/.`, to], { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`cp ended with ${code}.`))));
  });

async function make(name, prepare) {
  const lock = await waitForLock(join(cacheDir, 'instances.lock'));
  try {
    if (existsSync(join(kept, name))) return;
    // Not below the checkout: PostgreSQL's account may not be let in there.
    const made = await mkdtemp(join(tmpdir(), 'waymark-prepared-'));
    const draft = join(kept, `${name}.draft`);
    try {
      await chmod(made, 0o711);
      await prepare(made);
      await rm(draft, { recursive: true, force: true });
      await mkdir(draft, { recursive: true });
      await copy(made, draft);
      await rename(draft, join(kept, name));
    } finally {
      await rm(made, { recursive: true, force: true });
    }
    const others = (await readdir(kept)).filter((other) => other !== name);
    await Promise.all(others.map((other) => rm(join(kept, other), { recursive: true, force: true })));
  } finally {
    lock.release();
  }
}

/**
 * Fills a new data folder with the demonstration as it stands after a first start. It is made up once for each build and
 * day, which takes ten times as long as copying it.
 * @param {(dataDir: string) => Promise<void>} prepare starts the product on an empty folder, demonstration and all, and stops it
 */
export async function fillWithDemonstration(dataDir, prepare) {
  const name = nameOfToday();
  if (!existsSync(join(kept, name))) await make(name, prepare);
  await copy(join(kept, name), dataDir);
}
