import { z } from 'zod';
import { Id } from '../shared/common.js';

/** People to let in. `again` is also for whoever holds a link or a card that still lets in: the earlier one ends. */
export const InvitePeopleRequest = z.strictObject({
  personIds: z.array(Id).min(1).max(500),
  again: z.boolean().default(false),
});
export type InvitePeopleRequest = z.infer<typeof InvitePeopleRequest>;

/** A password of their own; a link or card that still lets in; nothing that goes on or is ahead where the asker may let in. */
export const NotInvited = z.enum(['has-account', 'invited-already', 'not-yours']);
export type NotInvited = z.infer<typeof NotInvited>;

const person = { personId: Id, name: z.string(), organisationName: z.string() };

/** What inviting would do, name by name. */
export const InvitePreview = z
  .object({
    /** Stands for what this preview was computed from; inviting demands the same. */
    facts: z.string(),
    /** The address is null for whoever does not write people: it may be another employer's. */
    mails: z.array(z.object({ ...person, address: z.string().nullable() })),
    /** No mail reaches them: a sign-in card lets them in. */
    cards: z.array(z.object(person)),
    leftOut: z.array(z.object({ personId: Id, name: z.string(), reason: NotInvited })),
    /** How many of the ids are nobody whom the reader sees. */
    unknown: z.number().int(),
  })
  .meta({ id: 'InvitePreview' });
export type InvitePreview = z.infer<typeof InvitePreview>;

export const ApplyInvitesRequest = InvitePeopleRequest.extend({ facts: z.string().max(100) });
export type ApplyInvitesRequest = z.infer<typeof ApplyInvitesRequest>;
/** How many mails are on their way. */
export const PeopleInvited = z.object({ invited: z.number().int() }).meta({ id: 'PeopleInvited' });
export type PeopleInvited = z.infer<typeof PeopleInvited>;
