import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf, isSameProcess } from './process-identity.mjs';

const own = () => ({ pid: process.pid, identity: identityOf(process.pid) });

/** What the lock file says, or null when there is none or it cannot be read. */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** The holder's record when it really runs, else null. */
export const holderOf = (file) => {
  const record = readLock(file);
  return isSameProcess(record) ? record : null;
};

const writeWhole = (file, record) => {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(record, null, 2));
  return draft;
};

/**
 * Takes the lock, also from a holder that was killed. Appears complete or not at all, so nobody reads half a record.
 * @returns {{ taken: true, stale: object | null, update(more: object): void, release(): void } | { taken: false, holder: object }}
 */
export function takeLock(file, details = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let record = { ...own(), ...details };
  let stale = null;
  let released = false;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const draft = writeWhole(file, record);
    try {
      linkSync(draft, file);
      return {
        taken: true,
        stale,
        update(more) {
          if (released) return;
          record = { ...record, ...more };
          renameSync(writeWhole(file, record), file);
        },
        release() {
          released = true;
          if (readLock(file)?.pid === process.pid) rmSync(file, { force: true });
        },
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = holderOf(file);
    if (holder) return { taken: false, holder };
    stale = removeStale(file) ?? stale;
  }
  throw new Error(`Could not take the lock ${file}.`);
}

/** Moves a dead holder's file away; what turns out to be somebody's fresh one is put back. */
function removeStale(file) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return null;
  }
  const record = readLock(aside);
  if (isSameProcess(record)) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody else has taken it meanwhile.
    }
  }
  rmSync(aside, { force: true });
  return record;
}

/** Waits for the lock, saying once whom for. */
export async function waitForLock(file, details, onWait = () => {}) {
  for (let told = false; ; told = true) {
    const lock = takeLock(file, details);
    if (lock.taken) return lock;
    if (!told) onWait(lock.holder);
    await new Promise((done) => setTimeout(done, 200));
  }
}
