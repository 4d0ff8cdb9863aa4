import { z } from 'zod';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

export const EmploymentGroup = z.enum(['office', 'site', 'driver', 'supervisor', 'manager']);
/** Planned: not started yet. Current: started and not ended. Left: nothing current or planned. */
export const PersonStatus = z.enum(['planned', 'current', 'left']);

export const PersonItem = z.object({
  id: Id,
  name: z.string(),
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  jobRole: z.string().nullable(),
  employmentGroup: EmploymentGroup.nullable(),
  schemes: z.array(z.string()),
  startsOn: CalendarDate.nullable(),
  endsOn: CalendarDate.nullable(),
  status: PersonStatus,
  /** Found although their name is spelled a little differently from what was typed; these come last. */
  nearly: z.boolean(),
});
export type PersonItem = z.infer<typeof PersonItem>;
export const PersonPage = pageOf(PersonItem).meta({ id: 'PersonPage' });
export type PersonPage = z.infer<typeof PersonPage>;
export const PersonQuery = PageQuery.extend({
  q: z.string().trim().max(100).optional(),
  organisationId: Id.optional(),
  schemeId: Id.optional(),
  group: EmploymentGroup.optional(),
  /** As the engagement has it; upper and lower case are the same. */
  jobRole: z.string().trim().max(80).optional(),
  status: PersonStatus.optional(),
  /** `nobody`: no line manager above them and no coordinator can be told of them today. */
  speaker: z.enum(['nobody']).optional(),
});
export type PersonQuery = z.infer<typeof PersonQuery>;

/** Job roles of the people whom the reader sees, those of most people first. */
export const JobRoles = z
  .object({ items: z.array(z.object({ name: z.string(), people: z.number().int() })) })
  .meta({ id: 'JobRoles' });
export type JobRoles = z.infer<typeof JobRoles>;
export const JobRoleQuery = z.strictObject({ q: z.string().trim().max(100).optional() });
export type JobRoleQuery = z.infer<typeof JobRoleQuery>;

export const Engagement = z.object({
  id: Id,
  version: z.number().int(),
  organisationId: Id,
  organisationName: z.string(),
  employeeNumber: z.string(),
  jobRole: z.string(),
  employmentGroup: EmploymentGroup,
  schemes: z.array(z.object({ id: Id, name: z.string() })),
  tags: z.array(z.string()),
  lineManagerId: Id.nullable(),
  lineManagerName: z.string().nullable(),
  workEmail: z.string().nullable(),
  startsOn: CalendarDate,
  endsOn: CalendarDate.nullable(),
});
export type Engagement = z.infer<typeof Engagement>;

export const RoleName = z.enum(['people-team', 'author', 'trainer', 'coordinator', 'auditor', 'administrator']);
export const RoleGrant = z.object({
  id: Id,
  role: RoleName,
  organisationId: Id.nullable(),
  organisationName: z.string().nullable(),
  startsOn: CalendarDate,
  endsOn: CalendarDate.nullable(),
});
export type RoleGrant = z.infer<typeof RoleGrant>;

export const Person = z
  .object({
    id: Id,
    version: z.number().int(),
    givenName: z.string(),
    familyName: z.string(),
    knownAs: z.string().nullable(),
    name: z.string(),
    contactEmail: z.string().nullable(),
    phone: z.string().nullable(),
    /** Of the addresses above and of today's work addresses: those whose server said that there is no such mailbox. */
    refusedAddresses: z.array(z.string()),
    /** A legal hold keeps their data; false for whoever may not know. */
    held: z.boolean(),
    status: PersonStatus,
    engagements: z.array(Engagement),
    grants: z.array(RoleGrant),
    account: z.object({
      signInName: z.string().nullable(),
      hasPassword: z.boolean(),
      /** Until when a PIN lets in that has not been changed into a password yet. */
      pinUntil: Instant.nullable(),
      invitedAt: Instant.nullable(),
      lastSignInAt: Instant.nullable(),
    }),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((v) => v || null);
const optionalEmail = z.union([z.literal('').transform(() => null), z.null(), z.email().max(254)]).default(null);

export const SavePersonRequest = z.strictObject({
  givenName: shortText(80),
  familyName: shortText(80),
  knownAs: optionalText(80),
  contactEmail: optionalEmail,
  phone: optionalText(40),
});
export type SavePersonRequest = z.infer<typeof SavePersonRequest>;

export const SaveEngagementRequest = z
  .strictObject({
    organisationId: Id,
    employeeNumber: shortText(40),
    jobRole: shortText(80),
    employmentGroup: EmploymentGroup,
    schemeIds: z.array(Id).max(20).default([]),
    /** Words of one's own about the engagement, such as "night shift"; lower case, each once. */
    tags: z
      .array(shortText(40).toLowerCase())
      .max(20)
      .default([])
      .transform((tags) => [...new Set(tags)].sort()),
    lineManagerId: Id.nullable().default(null),
    workEmail: optionalEmail,
    startsOn: CalendarDate,
    endsOn: CalendarDate.nullable().default(null),
  })
  .refine((e) => !e.endsOn || e.startsOn <= e.endsOn, { path: ['endsOn'], message: 'The end is before the start' });
export type SaveEngagementRequest = z.infer<typeof SaveEngagementRequest>;

/** A new starter: the person, their first engagement, how they sign in, and whether to invite them now. */
export const AddPersonRequest = z.strictObject({
  person: SavePersonRequest,
  engagement: SaveEngagementRequest,
  /** The e-mail address (or a sign-in name without "@"); defaults to the work e-mail, then the contact e-mail. */
  signInName: optionalText(254),
  invite: z.boolean().default(false),
});
export type AddPersonRequest = z.infer<typeof AddPersonRequest>;

export const GrantRoleRequest = z
  .strictObject({
    role: RoleName,
    organisationId: Id.nullable().default(null),
    startsOn: CalendarDate,
    endsOn: CalendarDate.nullable().default(null),
  })
  .refine((g) => (g.role === 'coordinator') === (g.organisationId !== null), {
    path: ['organisationId'],
    message: 'A coordinator needs an organisation; the other roles cover the whole Alliance',
  });
export type GrantRoleRequest = z.infer<typeof GrantRoleRequest>;
export const EndGrantRequest = z.strictObject({ endsOn: CalendarDate });

/** What was known of a row, and when: the newest first. */
export const HistoryEntry = z.object({
  knownFrom: Instant,
  what: z.enum(['person', 'engagement', 'role grant', 'organisation', 'scheme']),
  change: z.enum(['added', 'changed', 'removed']),
  byName: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export const History = z.object({ items: z.array(HistoryEntry) }).meta({ id: 'History' });
export type History = z.infer<typeof History>;
