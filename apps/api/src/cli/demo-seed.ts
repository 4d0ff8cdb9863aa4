import { isLocalDate } from '@lms/domain';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Refusal } from './refusal.js';

export async function demoSeed(io: CommandIo, options: { seed?: string; today?: string }): Promise<void> {
  const configuration = io.configuration();
  const { today } = options;
  if (today !== undefined && !isLocalDate(today)) throw new Refusal(`"${today}" is not a day such as 2026-11-23.`);
  await assertMigrated(configuration.ownerUrl);
  const { seedDemo } = await import('../demo/seed-demo.js');
  await seedDemo(configuration, { seed: options.seed, today }, io.progress);
}
