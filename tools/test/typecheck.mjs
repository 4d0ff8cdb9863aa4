import { runMain } from '../setup/stop-sentence.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { endStages, runNode, stage, typesOf } from './stages.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endStages();
    process.exit(130);
  });
whenParentDies(endStages);

await runMain(async () => {
  const check = (side) => stage(`types of the ${side}`, () => runNode([...typesOf(side), '--pretty'], { quiet: true }));
  const results = await Promise.all([check('server'), check('web')]);
  return results.some(({ failed }) => failed > 0) ? 1 : 0;
});
