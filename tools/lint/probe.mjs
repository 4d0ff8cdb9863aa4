import { join, relative } from 'node:path';
import { waitForLock } from '../setup/file-lock.mjs';
import { cacheDir, root } from '../setup/paths.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { makeGraph } from './nx-env.mjs';
import { plant, sweep } from './planted.mjs';
import { violations } from './violations.mjs';

const noticed = (result, rule) =>
  result?.messages.some(({ ruleId, message }) =>
    rule ? ruleId === rule : ruleId === null && /no effect/.test(message),
  );

/** Plants a violation of each rule, lints, and fails when one goes unnoticed. */
async function probe() {
  const planted = violations();
  const bed = plant(Object.assign({}, ...planted.map(({ files }) => files)));
  const leave = () => {
    bed.remove();
    process.exit(130);
  };
  process.on('SIGINT', leave).on('SIGTERM', leave);
  try {
    const { ESLint } = await import('eslint');
    const results = await new ESLint({ cwd: root, warnIgnored: false }).lintFiles(bed.written);
    const place = (path) => join(root, path.replaceAll('§', 'zz-planted'));
    const missed = planted.filter(
      ({ path, rule }) =>
        !noticed(
          results.find(({ filePath }) => filePath === place(path)),
          rule,
        ),
    );
    for (const { rule, files, path } of missed) {
      const said = results
        .find(({ filePath }) => filePath === place(path))
        ?.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
      process.stderr.write(
        `Unnoticed: ${rule ?? 'a comment that disables rules'} in ${relative(root, place(path))}\n${files[path]}  found only: ${said?.join('; ') || 'nothing'}\n`,
      );
    }
    process.stdout.write(`${planted.length - missed.length} of ${planted.length} planted violations noticed.\n`);
    return missed.length > 0 ? 1 : 0;
  } finally {
    bed.remove();
  }
}

await runMain(async () => {
  const lock = await waitForLock(join(cacheDir, 'probe.lock'), {});
  try {
    sweep();
    await makeGraph();
    return await probe();
  } finally {
    lock.release();
  }
});
