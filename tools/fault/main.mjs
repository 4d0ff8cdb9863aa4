import { build } from '../build/build.mjs';
import { ensureBrowser } from '../e2e/browser.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { endStages, runNode } from '../test/stages.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endStages);
whenParentDies(endStages);

/** `player` and what is set for it; see test/e2e/fault/main.ts. */
await runMain(async (args) => {
  const browser = await ensureBrowser();
  await build((line) => process.stderr.write(`${line}\n`));
  const { code } = await runNode(['--import', '@swc-node/register/esm-register', 'test/e2e/fault/main.ts', ...args], {
    env: { CHROMIUM_PATH: browser },
  });
  return typeof code === 'number' ? code : 1;
});
