// The way in for every npm script. No dependencies and nothing newer than Node 20, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePrograms, noNode } from './setup/find-node.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { commandLineOf, parentOf } from './setup/process-identity.mjs';
import { runMain, Stop } from './setup/stop-sentence.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const commands = {
  start: 'start/main.mjs',
  dev: 'dev/main.mjs',
  build: 'build/main.mjs',
  test: 'test/main.mjs',
  lint: 'lint/main.mjs',
  'lint:probe': 'lint/probe.mjs',
  typecheck: 'test/typecheck.mjs',
  jest: 'test/jest.mjs',
  e2e: 'e2e/main.mjs',
  bench: 'bench/main.mjs',
  fault: 'fault/main.mjs',
  lms: 'lms/main.mjs',
};
const passed = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2'];

const run = (node, file, args) =>
  new Promise((done, failed) => {
    const child = spawn(node, [join(here, file), ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    for (const signal of passed) process.on(signal, () => child.kill(signal));
    watchNpm(child);
    child.on('error', failed);
    child.on('exit', (code, signal) => done({ code, signal }));
  });

/** npm, or the shell that npm puts between, may end without telling anybody: what it started must not stay behind. */
function watchNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => {
    const parent = process.ppid;
    return /^\S*sh -c /.test(commandLineOf(parent)) ? `${parent} ${parentOf(parent)}` : `${parent}`;
  };
  const first = ancestors();
  setInterval(() => ancestors() !== first && child.kill('SIGTERM'), 500).unref();
}

async function main([command, ...args]) {
  const file = Object.hasOwn(commands, command ?? '') ? commands[command] : null;
  if (!file) throw new Stop(`Name one of these commands: ${Object.keys(commands).join(', ')}.`, 2);
  await ensureInstalled();
  for (const node of nodePrograms()) {
    try {
      const { code, signal } = await run(node, file, args);
      process.exit(code ?? 128 + constants.signals[signal]);
    } catch (error) {
      // A Node for another C library is there but cannot be executed: try the next one.
      if (error.code !== 'ENOENT' && error.code !== 'EACCES') throw error;
    }
  }
  throw noNode();
}

await runMain(main);
