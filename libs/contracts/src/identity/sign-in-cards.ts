import { z } from 'zod';
import { Id, Instant, pageOf, PageQuery } from '../shared/common.js';
import { NewPassword } from './sign-in.js';

/** Nothing lets them in yet; a card waits to be used; it is too old; they have a password of their own. */
export const CardState = z.enum(['none', 'waiting', 'expired', 'own']);
export type CardState = z.infer<typeof CardState>;

/** Somebody who works and whom no mail reaches. */
export const CardPerson = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  jobRole: z.string().nullable(),
  /** Null where the first card will make one. */
  signInName: z.string().nullable(),
  state: CardState,
  /** Of the newest card. */
  issuedAt: Instant.nullable(),
  issuedByName: z.string().nullable(),
  expiresAt: Instant.nullable(),
  /** Why no card can be made by whoever asks: they hold a role that the asker does not. */
  holdsMore: z.boolean(),
});
export type CardPerson = z.infer<typeof CardPerson>;
export const CardPersonPage = pageOf(CardPerson).meta({ id: 'CardPersonPage' });
export type CardPersonPage = z.infer<typeof CardPersonPage>;
const PEOPLE = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,59}$/i;
export const CardPersonQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  organisationId: Id.optional(),
  state: CardState.optional(),
  /** Only these: ids with commas between them. */
  people: z.string().regex(PEOPLE, 'Ids of people with commas between them').optional(),
});
export type CardPersonQuery = z.infer<typeof CardPersonQuery>;

export const IssueCardsRequest = z.strictObject({
  people: z
    .array(
      z.strictObject({
        personId: Id,
        /** For somebody without a sign-in name; drawn from their name when null. */
        signInName: z
          .string()
          .trim()
          .max(60)
          .nullable()
          .default(null)
          .transform((name) => name || null),
      }),
    )
    .min(1)
    .max(60),
  /** Days for which the PIN lets in. */
  days: z.number().int().min(1).max(30).default(14),
});
export type IssueCardsRequest = z.infer<typeof IssueCardsRequest>;

/** One card: the only time that its PIN is told. */
export const SignInCard = z.object({
  personId: Id,
  name: z.string(),
  organisationName: z.string().nullable(),
  signInName: z.string(),
  /** Eight digits. */
  pin: z.string(),
  expiresAt: Instant,
});
export type SignInCard = z.infer<typeof SignInCard>;
export const SignInCards = z
  .object({
    /** Where one signs in; the QR code leads there and says nothing else. */
    address: z.string(),
    cards: z.array(SignInCard),
  })
  .meta({ id: 'SignInCards' });
export type SignInCards = z.infer<typeof SignInCards>;

/** In place of a password that was given to somebody. */
export const FirstPasswordRequest = z.strictObject({ password: NewPassword });
