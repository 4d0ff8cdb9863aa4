import { join } from 'node:path';
import { takeLock } from '../setup/file-lock.mjs';
import { commandLineOf, endProcess, isSameProcess } from '../setup/process-identity.mjs';
import { Stop } from '../setup/stop-sentence.mjs';

export const instanceFile = (dataDir) => join(dataDir, 'instance.json');

const programs = /apps\/api\/dist\/(main|worker|lms)\.js/;

/** Ends what an instance that was killed has left: only the very processes it recorded, and only when they are its programs. */
async function endLeftovers(stale) {
  const children = (stale?.children ?? []).filter(
    (child) => isSameProcess(child) && programs.test(commandLineOf(child.pid)),
  );
  await Promise.all(children.map(({ pid }) => endProcess(pid)));
}

/**
 * Claims the data folder for this process, `kind` 'instance' for the running product or 'command' for a command that has
 * the database to itself for a while. A command, and an instance that is stopping, are waited
 * for; an instance that runs refuses a second one.
 */
export async function claimDataDir(dataDir, details, say) {
  for (let told = false; ; told = true) {
    const lock = takeLock(instanceFile(dataDir), details);
    if (lock.taken) {
      await endLeftovers(lock.stale);
      return lock;
    }
    const { holder } = lock;
    if (holder.kind === 'instance' && !holder.stopping) {
      throw new Stop(
        `Waymark is already running at ${holder.address} (process ${holder.pid}). Stop it with Ctrl-C in its window.`,
      );
    }
    if (!told)
      say(
        `Waiting for process ${holder.pid}, which ${holder.stopping ? 'is stopping' : 'has the database to itself'} …`,
      );
    await new Promise((done) => setTimeout(done, 200));
  }
}
