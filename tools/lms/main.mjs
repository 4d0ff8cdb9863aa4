import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { build } from '../build/build.mjs';
import { postgresDirOf, childEnvironment, listeningAt, openDataDir } from '../start/environment.mjs';
import { claimDataDir, instanceFile } from '../start/instance.mjs';
import { holderOf } from '../setup/file-lock.mjs';
import { calledFrom, dataDirOf, root } from '../setup/paths.mjs';
import { runMain } from '../setup/stop-sentence.mjs';

const say = (line) => process.stderr.write(`${line}\n`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The database a command works on: the operator's, the running instance's, or one started for the command alone. */
async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) return { postgres: null, close: async () => {} };
  const { startPostgres } = await import('../postgres/start-postgres.mjs');
  const options = { dir: postgresDirOf(dataDir), durable: true, database: true };
  for (let tries = 0; holderOf(instanceFile(dataDir))?.kind === 'instance' && tries < 300; tries += 1) {
    if (holderOf(instanceFile(dataDir))?.database)
      return { postgres: await startPostgres(options), close: async () => {} };
    await pause(200);
  }
  const lock = await claimDataDir(dataDir, { kind: 'command' }, say);
  const postgres = await startPostgres(options).catch((error) => {
    lock.release();
    throw error;
  });
  return {
    postgres,
    close: async () => {
      await postgres.stop();
      lock.release();
    },
  };
}

const runCommand = (args, env) =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/lms.js'), ...args], {
      cwd: calledFrom(),
      env,
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    process.once('disconnect', () => child.kill('SIGTERM'));
    child.on('error', failed);
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });

/** Commands that work on files alone. */
const withoutDatabase = new Set(['verify']);

await runMain(async (args) => {
  if (withoutDatabase.has(args[0])) {
    if (holderOf(instanceFile(dataDirOf()))?.kind !== 'instance') await build(say);
    return runCommand(args, process.env);
  }
  const dataDir = openDataDir();
  // Beneath a running instance the programs it runs from stay as they are.
  if (holderOf(instanceFile(dataDir))?.kind !== 'instance') await build(say);
  const { postgres, close } = await openDatabase(dataDir);
  try {
    return await runCommand(args, childEnvironment({ dataDir, ...listeningAt(), postgres }));
  } finally {
    await close();
  }
});
