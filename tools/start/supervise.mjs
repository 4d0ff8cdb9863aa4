import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { identityOf, waitForExit } from '../setup/process-identity.mjs';
import { Stop } from '../setup/stop-sentence.mjs';

const pauses = [200, 500, 1000, 2000, 5000, 10_000];
const calm = 30_000;

/**
 * Keeps one program running: starts it again after it died, at once the first time and more slowly each time it dies soon.
 * One that says at the first start that a setting is wrong is not started again.
 * @param {{ name: string, file: string, env: () => object, cwd: string, say(line: string): void, onChange(): void, stdout?: 'inherit' | 2, options?: string[] }} settings `options`: of Node's own
 */
export function supervise({ name, file, env, cwd, say, onChange, stdout = 'inherit', options = [] }) {
  let child = null;
  let stopping = false;
  let failures = 0;
  let timer = null;
  let hasRun = false;
  let firstReady;
  const ready = new Promise((done, failed) => (firstReady = { done, failed }));
  ready.catch(() => {});

  const run = () => {
    const started = Date.now();
    let announced = false;
    let ended = false;
    let wrongSetting = null;
    const given = env();
    // Compiled code is kept for the next start. A small young generation keeps the memory of an idle process small, and what is
    // left behind is cleared away before it is twice of what is in use: a long file held 300 MB of it.
    const memory = ['--max-semi-space-size=4', '--initial-old-space-size=120', '--heap-growing-percent=40'];
    const cache = given.NODE_COMPILE_CACHE ?? join(given.WAYMARK_DATA_DIR, 'compile-cache');
    child = spawn(process.execPath, [...memory, ...options, file], {
      cwd,
      // Twice the threads that Node has by itself: several files of a package are unpacked and flushed at once.
      env: { UV_THREADPOOL_SIZE: '8', ...given, NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', stdout, 'inherit', 'ipc'],
    });
    child.on('message', (message) => {
      if (message?.type === 'wrong-setting') wrongSetting = message.sentence;
      if (message?.type !== 'ready') return;
      if (announced) return;
      announced = true;
      hasRun = true;
      if (failures > 0) say(`The ${name} runs again.`);
      firstReady.done(message);
      onChange();
    });
    const onEnd = (how) => {
      if (ended) return;
      ended = true;
      if (stopping) return;
      // Another try would read the same settings.
      if (wrongSetting !== null && !hasRun) return firstReady.failed(new Stop(wrongSetting, 2));
      if (wrongSetting !== null) say(wrongSetting);
      if (Date.now() - started > calm) failures = 0;
      const wait = pauses[Math.min(failures, pauses.length - 1)];
      failures += 1;
      if (failures >= 3 && !announced)
        firstReady.failed(new Error(`The ${name} does not start; see its messages above.`));
      say(`The ${name} ended ${how}; starting it again in ${wait / 1000} s.`);
      timer = setTimeout(run, wait);
    };
    child.on('error', (error) => onEnd(`(${error.message})`));
    child.on('exit', (code, signal) => onEnd(signal ? `by ${signal}` : `with exit code ${code}`));
    onChange();
  };

  run();
  return {
    name,
    /** Resolves with the first 'ready' message; rejects when the program cannot be started. */
    ready,
    get record() {
      return child?.pid ? { name, pid: child.pid, identity: identityOf(child.pid) } : null;
    },
    /** Asks it to end, and ends it after `patience` milliseconds. */
    async stop(patience = 8000) {
      stopping = true;
      clearTimeout(timer);
      if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      if (!(await waitForExit(child.pid, patience))) child.kill('SIGKILL');
    },
    kill: () => child?.kill('SIGKILL'),
  };
}
