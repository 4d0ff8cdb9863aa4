import { IdentityFacade } from '@lms/api-identity';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Refusal } from './refusal.js';
import { withApplication } from './with-application.js';

/** The way back in for the only administrator, whom nobody else can help. */
export async function secondFactorReset(io: CommandIo, options: { name: string }): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const whose = await withApplication(configuration, (app) =>
    app.get(IdentityFacade, { strict: false }).resetSecondFactor(options.name),
  );
  if (!whose) throw new Refusal(`Nobody signs in as ${options.name} with a second step.`);
  io.print(`${whose} sets up a new second step at the next sign-in, and is signed out everywhere.`);
}
