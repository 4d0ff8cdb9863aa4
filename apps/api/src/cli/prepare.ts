import { isMigrated, migrate } from '@lms/api-schema';
import type { CommandIo } from './command-io.js';
import { hasPeople } from './has-people.js';
import { withOwner } from './with-owner.js';

/** Brings the database up to date; an empty one becomes the demonstration when the settings ask for that. */
export async function prepare(io: CommandIo): Promise<void> {
  const configuration = io.configuration();
  if (!(await isMigrated(configuration.ownerUrl))) io.progress('Preparing the database …');
  // Even when every table is there: the queues and the rights of the product's own role may not be.
  await migrate(configuration.ownerUrl, configuration.appUrl);
  if (!configuration.demo || (await withOwner(configuration.ownerUrl, hasPeople))) return;
  const { seedDemo } = await import('../demo/seed-demo.js');
  await seedDemo(configuration, {}, io.progress);
}
