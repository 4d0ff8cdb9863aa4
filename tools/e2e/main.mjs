import { build } from '../build/build.mjs';
import { scratchRoot } from '../setup/scratch.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { whenParentDies } from '../setup/parent.mjs';
import { endStages, runNode, tools } from '../test/stages.mjs';
import { ensureBrowser } from './browser.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endStages);
whenParentDies(endStages);

/** Arguments are Playwright's own: the part of a file's name, -g for a test's, and so on. */
await runMain(async (args) => {
  const browser = await ensureBrowser();
  await build((line) => process.stderr.write(`${line}\n`));
  const { code } = await runNode([tools.playwright, 'test', '--config', 'playwright.config.ts', ...args], {
    env: { CHROMIUM_PATH: browser, TMPDIR: scratchRoot() },
  });
  return typeof code === 'number' ? code : 1;
});
