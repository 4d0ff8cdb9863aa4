import { isMigrated, migrate } from '@lms/api-schema';
import type { CommandIo } from './command-io.js';
import { hasPeople } from './has-people.js';
import { withOwner } from './with-owner.js';

const NOBODY_YET =
  'Nobody can sign in yet. This makes the first administrator:\n  npm run lms -- admin:create --email you@example.org --given Ada --family Lovelace';

/** Brings the database up to date; an empty one becomes the demonstration when the settings ask for that. */
export async function prepare(io: CommandIo): Promise<void> {
  const configuration = io.configuration();
  if (!(await isMigrated(configuration.ownerUrl))) io.progress('Preparing the database …');
  // Even when every table is there: the queues and the rights of the product's own role may not be.
  await migrate(configuration.ownerUrl, configuration.appUrl);
  if (await withOwner(configuration.ownerUrl, hasPeople)) return;
  if (!configuration.demo) return io.progress(NOBODY_YET);
  const { seedDemo } = await import('../demo/seed-demo.js');
  await seedDemo(configuration, {}, io.progress);
}
