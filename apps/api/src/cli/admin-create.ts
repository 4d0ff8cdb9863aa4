import { violates } from '@lms/api-platform';
import { IdentityFacade } from '@lms/api-identity';
import { z } from 'zod';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Refusal } from './refusal.js';
import { withApplication } from './with-application.js';

const Name = z.string().trim().min(1).max(100);
const Given = z.object({ email: z.email().max(200), given: Name, family: Name });

/** The way in to a new installation: prints the link with which the administrator chooses a password. */
export async function adminCreate(
  io: CommandIo,
  options: { email: string; given: string; family: string },
): Promise<void> {
  const given = Given.safeParse(options);
  if (!given.success) {
    const wrong = String(given.error.issues[0]?.path[0]) as keyof typeof options;
    throw new Refusal(`--${wrong} is "${options[wrong]}", which cannot be used.`);
  }
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const { email, given: givenName, family: familyName } = given.data;
  const link = await withApplication(configuration, (app) =>
    app.get(IdentityFacade, { strict: false }).createAdministrator({ email, givenName, familyName }),
  ).catch((error: unknown) => {
    if (!violates(error, 'sign_in_name_key')) throw error;
    throw new Refusal(`Somebody signs in as ${email} already.`);
  });
  io.progress(`${givenName} ${familyName} chooses a password here, once, until ${link.expiresAt.toISOString()}:`);
  io.print(link.url);
}
