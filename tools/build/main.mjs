import { runMain } from '../setup/stop-sentence.mjs';
import { build } from './build.mjs';

await runMain(async () => {
  const started = Date.now();
  const { built } = await build((line) => process.stderr.write(`${line}\n`));
  const what = built.length > 0 ? `Built ${built.join(', ')}` : 'Nothing has changed';
  process.stdout.write(`${what} (${((Date.now() - started) / 1000).toFixed(1)} s).\n`);
});
