import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { runMain, Stop } from '../setup/stop-sentence.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { endStages, runNode } from '../test/stages.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endStages);
whenParentDies(endStages);

await runMain(async (args) => {
  const file = ['test/bench/main.ts', 'test/bench/main.mjs']
    .map((path) => join(root, path))
    .find((path) => existsSync(path));
  if (!file) throw new Stop('There is no measurement in test/bench yet.');
  const { code } = await runNode(['--import', '@swc-node/register/esm-register', '--expose-gc', file, ...args]);
  return typeof code === 'number' ? code : 1;
});
