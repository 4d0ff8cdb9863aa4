import { constants } from 'node:os';
import { runMain } from '../setup/stop-sentence.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { endStages, runNode, tools } from './stages.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endStages);
whenParentDies(endStages);

await runMain(async (args) => {
  const { code } = await runNode(['--experimental-vm-modules', '--no-warnings', tools.jest, ...args]);
  return typeof code === 'number' ? code : 128 + (constants.signals[code] ?? 0);
});
