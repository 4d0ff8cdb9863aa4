import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { makeGraph, nxEnv } from './nx-env.mjs';
import { sweep } from './planted.mjs';

const eslint = (args) =>
  new Promise((done, failed) => {
    const file = join(root, 'node_modules/eslint/bin/eslint.js');
    // It makes much that is thrown away at once.
    const child = spawn(process.execPath, ['--max-semi-space-size=64', file, '--max-warnings', '0', ...args], {
      cwd: root,
      env: { ...process.env, ...nxEnv },
      stdio: 'inherit',
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });

await runMain(async (args) => {
  sweep();
  await makeGraph();
  return eslint(args.length > 0 ? args : ['.']);
});
