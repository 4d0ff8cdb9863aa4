import { NotificationsFacade } from '@lms/api-notifications';
import { Clock } from '@lms/api-platform';
import { isLocalDate } from '@lms/domain';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Refusal } from './refusal.js';
import { withApplication } from './with-application.js';

/** Says what the digests of a day would be. Only the worker sends, so there is nothing else to ask for. */
export async function digest(io: CommandIo, { dryRun, date }: { dryRun?: boolean; date?: string }): Promise<void> {
  if (!dryRun) throw new Refusal('Digests are sent by the worker alone. Add --dry-run to see what it would send.');
  if (date !== undefined && !isLocalDate(date)) throw new Refusal(`"${date}" is no date. Give one such as 2026-11-23.`);
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  await withApplication(configuration, async (app) => {
    const today = date ?? app.get(Clock, { strict: false }).today();
    const preview = await app.get(NotificationsFacade, { strict: false }).previewDigest(today);
    const things = Object.entries(preview.things).map(([section, count]) => `${section} ${count}`);
    io.print(`${today}: ${preview.people} people to be told, ${preview.mails} of them with an address.`);
    io.print(`Things: ${things.length > 0 ? things.join(', ') : 'none'}.`);
    if (preview.sample) io.print(`\nThe longest mail: ${preview.sample.subject}\n\n${preview.sample.text}`);
  });
}
