import { constants } from 'node:os';
import { runMain } from '../setup/stop-sentence.mjs';
import { scratchRoot } from '../setup/scratch.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { endStages, jest, runNode } from './stages.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endStages);
whenParentDies(endStages);

await runMain(async (args) => {
  const env = { TMPDIR: scratchRoot() };
  const { code } = await runNode([...jest, ...args], { env });
  return typeof code === 'number' ? code : 128 + (constants.signals[code] ?? 0);
});
