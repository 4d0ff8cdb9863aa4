import { Reconcile } from '@lms/api-assignments';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { withApplication } from './with-application.js';

/** Computes everybody anew. Where events and runs did their work there is nothing to do. */
export async function reconcile(io: CommandIo): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const { people, given, ended, different } = await withApplication(configuration, (app) =>
    app.get(Reconcile, { strict: false }).run((n) => io.progress(`${n} people looked at …`)),
  );
  if (different === 0) io.print(`${people} people looked at. Nothing to do.`);
  else io.print(`${people} people looked at, ${different} put right: ${given} reasons given, ${ended} ended.`);
}
