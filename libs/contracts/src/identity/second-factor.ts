import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

/** What somebody has besides their password. */
export const SecondFactor = z
  .object({
    /** Their roles ask for one. */
    demanded: z.boolean(),
    app: z.object({ since: Instant }).nullable(),
    passkeys: z.array(z.object({ id: Id, name: z.string(), createdAt: Instant, lastUsedAt: Instant.nullable() })),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof SecondFactor>;

/** For an authenticator app: the secret as text, and the address that its QR code holds. Told once. */
export const AppSetUp = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'AppSetUp' });
export type AppSetUp = z.infer<typeof AppSetUp>;

/** Six digits of the app; spaces are left out. */
export const AppCodeRequest = z.strictObject({
  code: z
    .string()
    .max(20)
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Type the six digits of your app')),
});
/** A code of the app, or one of the recovery codes. */
export const SecondFactorRequest = z.strictObject({ code: z.string().trim().min(6, 'Type the code').max(40) });

/** The recovery codes, when the first way was set up or new ones were asked for: told once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What goes between the browser and its authenticator (WebAuthn level 3, section 5.1): passed on as it is. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
const credential = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().min(1).max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
  clientExtensionResults: z.looseObject({}).default({}),
});
export const AddPasskeyRequest = z.strictObject({ name: shortText(60), credential });
export const UsePasskeyRequest = z.strictObject({ credential });

/** Somebody whom an administrator helps: no more of them than that needs. */
export const SupportPerson = z.object({
  personId: Id,
  name: z.string(),
  signInName: z.string().nullable(),
  organisationName: z.string().nullable(),
  hasSecondFactor: z.boolean(),
  administrator: z.boolean(),
  lastSignInAt: Instant.nullable(),
});
export type SupportPerson = z.infer<typeof SupportPerson>;
export const SupportPersonPage = pageOf(SupportPerson).meta({ id: 'SupportPersonPage' });
export type SupportPersonPage = z.infer<typeof SupportPersonPage>;
export const SupportPersonQuery = PageQuery.extend({ q: z.string().trim().min(2).max(100) });
export type SupportPersonQuery = z.infer<typeof SupportPersonQuery>;

export const ResetSecondFactorRequest = z.strictObject({ reason: shortText(400) });
