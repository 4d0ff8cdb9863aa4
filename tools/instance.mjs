import { spawn } from 'node:child_process';
import { mkdtemp, rm, chmod, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillWithDemonstration } from './instance-template.mjs';
import { freePort } from './postgres/free-port.mjs';
import { endProcess } from './setup/process-identity.mjs';
import { readLock } from './setup/file-lock.mjs';
import { cacheDir } from './setup/paths.mjs';

const runner = join(import.meta.dirname, 'run.mjs');

/** Programs started from a test must not inherit the test runner's own settings or database. */
const cleanEnv = (more) => {
  const {
    NODE_OPTIONS,
    JEST_WORKER_ID,
    DATABASE_URL,
    DATABASE_APP_URL,
    NODE_ENV,
    npm_lifecycle_event,
    FORCE_COLOR,
    ...env
  } = process.env;
  // What happens by the hour of the day would make a test depend on when it runs.
  return { ...env, NO_COLOR: '1', WAYMARK_DIGEST_AT: 'off', WAYMARK_SECOND_FACTOR: 'off', ...more };
};

/** Resolves with the line of JSON that `start --json` writes when everything runs; rejects with its messages otherwise. */
const whenReady = (child) =>
  new Promise((done, failed) => {
    let out = '';
    let messages = '';
    child.stderr.on('data', (chunk) => (messages = (messages + chunk).slice(-20_000)));
    child.stdout.on('data', (chunk) => {
      out += chunk;
      const line = out.split('\n').find((text) => text.startsWith('{"type":"ready"'));
      if (line && out.includes('\n', out.indexOf(line))) done(JSON.parse(line));
    });
    child.on('error', failed);
    child.on('exit', (code) => failed(new Error(`The instance ended with ${code}.\n${messages}`)));
  });

const runLms = (args, env) =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [runner, 'lms', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', failed);
    child.on('exit', (code) => done({ code, stdout, stderr }));
  });

/** A first start, for what is copied from then on. */
async function prepareDemonstration(dataDir) {
  const instance = await startInstance({ demo: true, dataDir });
  await instance.stop({ keepData: true });
}

/** A new data folder; with the demonstration in it where nothing says that it is to be made in another way. */
async function newDataDir({ demo, env }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-instance-'));
  await chmod(dataDir, 0o711);
  const elsewhere = Object.keys(env).some((name) => /^(DATABASE_|WAYMARK_(S3_|SECRET|DATA_DIR|DEMO))/.test(name));
  if (demo && !elsewhere) await fillWithDemonstration(dataDir, prepareDemonstration);
  return dataDir;
}

/** Starts the built product on a data folder and a port of its own; see instance.d.mts. */
export async function startInstance({ demo = false, env = {}, dataDir: given, port: wanted, testClock = false } = {}) {
  const dataDir = given ?? (await newDataDir({ demo, env }));
  const clock = join(dataDir, 'test-clock.json');
  const goTo = (instant) => writeFile(clock, JSON.stringify({ aheadMs: Date.parse(instant) - Date.now() }));
  if (testClock) await goTo(new Date().toISOString());
  const port = wanted ?? (await freePort());
  const settings = { WAYMARK_DATA_DIR: dataDir, PORT: String(port), WAYMARK_DEMO: demo ? '1' : '0' };
  if (testClock) settings.WAYMARK_TEST_CLOCK = '1';
  // Passing data folders share their compiled code: a program that fills a store of its own takes seconds to end.
  if (!given) settings.NODE_COMPILE_CACHE = join(cacheDir, 'compiled');
  const whole = cleanEnv({ ...settings, ...env });
  const child = spawn(process.execPath, [runner, 'start', '--json', '--no-build'], {
    env: whole,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stopOnExit = () => child.kill('SIGTERM');
  process.once('exit', stopOnExit);
  const ready = await whenReady(child).catch(async (error) => {
    if (!given) await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  const recorded = () => readLock(join(dataDir, 'instance.json'));
  const pidOf = (name) => recorded()?.children.find((part) => part.name === name)?.pid;
  return {
    url: ready.address,
    direct: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    get pids() {
      return {
        supervisor: recorded()?.pid,
        api: pidOf('API'),
        worker: pidOf('worker'),
        postgres: recorded()?.database,
      };
    },
    goTo,
    lms: (args) => runLms(args, whole),
    killApi: () => process.kill(pidOf('API'), 'SIGKILL'),
    killWorker: () => process.kill(pidOf('worker'), 'SIGKILL'),
    async stop({ keepData = !!given } = {}) {
      process.off('exit', stopOnExit);
      if (child.exitCode === null && child.signalCode === null) await endProcess(child.pid, 30_000);
      if (!keepData) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
