import { CatalogueFacade } from '@lms/api-catalogue';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { withApplication } from './with-application.js';

/** Makes the search index of the catalogue anew, while the product runs or not. */
export async function reindex(io: CommandIo): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const { courses, files, failed } = await withApplication(configuration, (app) =>
    app.get(CatalogueFacade, { strict: false }).reindex(io.progress),
  );
  io.print(`Courses that can be found: ${courses}. Files whose words can be found: ${files}.`);
  if (failed > 0) io.print(`Files that could not be read: ${failed}. What was known of their words is kept.`);
}
