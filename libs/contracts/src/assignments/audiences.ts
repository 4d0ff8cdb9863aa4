import type { AudiencePredicate as Predicate } from '@lms/domain';
import { z } from 'zod';
import { OrganisationKind } from '../people/organisations.js';
import { EmploymentGroup } from '../people/persons.js';
import { CalendarDate, Id, Instant, pageOf, PageQuery, shortText } from '../shared/common.js';

const ids = z.array(Id).min(1).max(50);
const words = z.array(shortText(80)).min(1).max(50);
const days = z.number().int().min(-3650).max(36_500).nullable();

const Condition = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('organisation-kind'), in: z.array(OrganisationKind).min(1).max(3) }),
  z.strictObject({ is: z.literal('organisation'), in: ids, tiers: z.boolean() }),
  z.strictObject({ is: z.literal('scheme'), in: ids }),
  z.strictObject({ is: z.literal('job-role'), in: words }),
  z.strictObject({ is: z.literal('group'), in: z.array(EmploymentGroup).min(1).max(5) }),
  z.strictObject({ is: z.literal('tag'), in: words }),
  z.strictObject({ is: z.literal('started'), from: CalendarDate.nullable(), until: CalendarDate.nullable() }),
  z.strictObject({ is: z.literal('days-since-start'), atLeast: days, atMost: days }),
  z.strictObject({ is: z.literal('holds'), courseId: Id }),
  z.strictObject({ is: z.literal('lacks'), courseId: Id }),
  z.strictObject({ is: z.literal('reports-to'), personId: Id }),
]);

const Tree: z.ZodType<Predicate> = z.lazy(() =>
  z.union([
    Condition,
    z.strictObject({ is: z.literal(['all', 'any']), of: z.array(Tree).max(30) }),
    z.strictObject({ is: z.literal('not'), of: Tree }),
  ]),
);

export const MAX_DEPTH = 6;
export const MAX_PARTS = 100;

/** Counted without recursion: what a client sent may be nested as deep as it likes. */
function isModest(value: unknown): boolean {
  let level: unknown[] = [value];
  let parts = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    parts += level.length;
    if (depth > MAX_DEPTH || parts > MAX_PARTS) return false;
    level = level.flatMap((one) => {
      if (typeof one !== 'object' || one === null || !('of' in one)) return [];
      return Array.isArray(one.of) ? (one.of as unknown[]) : [one.of];
    });
  }
  return true;
}

/**
 * Whom an audience holds: `all` or `any` `of` several, `not` `of` one, or a condition. At most six levels and a hundred
 * parts.
 */
export const AudiencePredicate = z
  .unknown()
  .refine(isModest, { message: 'This has more parts than anybody could read', abort: true })
  .pipe(Tree);
export type AudiencePredicate = Predicate;

/** As stored: what was taken once is not measured again. */
export const StoredPredicate = Tree;

/** What ids in a predicate are called. */
export const NamedId = z.object({ id: Id, name: z.string() });

export const Audience = z
  .object({
    id: Id,
    version: z.number().int(),
    name: z.string(),
    predicate: StoredPredicate,
    /** The predicate in English, after "Everyone". */
    words: z.string(),
    /** What the ids in the predicate are called. */
    names: z.array(NamedId),
    ownerId: Id,
    ownerName: z.string(),
    /** Rules that were made with it: in force, planned, or being written. */
    rules: z.array(NamedId),
  })
  .meta({ id: 'Audience' });
export type Audience = z.infer<typeof Audience>;
export const AudiencePage = pageOf(Audience).meta({ id: 'AudiencePage' });
export type AudiencePage = z.infer<typeof AudiencePage>;
export const AudienceQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });
export type AudienceQuery = z.infer<typeof AudienceQuery>;

export const SaveAudienceRequest = z.strictObject({ name: shortText(120), predicate: AudiencePredicate });
export type SaveAudienceRequest = z.infer<typeof SaveAudienceRequest>;

export const CountAudienceRequest = z.strictObject({ predicate: AudiencePredicate });
export type CountAudienceRequest = z.infer<typeof CountAudienceRequest>;

const Held = z.object({ personId: Id, name: z.string(), jobRole: z.string(), organisationName: z.string() });

/** Whom a predicate holds today: how many, and some of them. */
export const AudienceCount = z
  .object({ people: z.number().int(), words: z.string(), sample: z.array(Held) })
  .meta({ id: 'AudienceCount' });
export type AudienceCount = z.infer<typeof AudienceCount>;

/** Whom a predicate holds today against whom the saved audience holds: in all, and the first of each by name. */
export const AudienceDifference = z
  .object({
    before: z.number().int(),
    after: z.number().int(),
    gains: z.number().int(),
    leaves: z.number().int(),
    gaining: z.array(Held),
    leaving: z.array(Held),
  })
  .meta({ id: 'AudienceDifference' });
export type AudienceDifference = z.infer<typeof AudienceDifference>;

/** A rule of which a version was made with an audience; of several the newest. */
export const AudienceRule = z.object({
  id: Id,
  name: z.string(),
  number: z.number().int(),
  state: z.enum(['draft', 'in-review', 'approved', 'in-force', 'planned', 'ended', 'replaced']),
  /** What the version's own copy says, after "Everyone", and whether the audience says the same today. */
  words: z.string(),
  same: z.boolean(),
  /** The number of a version that is being worked on, whatever it was made with. */
  openNumber: z.number().int().nullable(),
});
export type AudienceRule = z.infer<typeof AudienceRule>;
/** Those that use it first: in force, planned or being worked on. Two hundred at most. */
export const AudienceRules = z.object({ items: z.array(AudienceRule) }).meta({ id: 'AudienceRules' });
export type AudienceRules = z.infer<typeof AudienceRules>;

/** What an audience said from a moment on, and what it said before; null at its beginning. */
export const AudienceChange = z.object({
  at: Instant,
  byName: z.string().nullable(),
  name: z.string(),
  words: z.string(),
  nameBefore: z.string().nullable(),
  wordsBefore: z.string().nullable(),
});
export type AudienceChange = z.infer<typeof AudienceChange>;
/** The newest first, a hundred at most; the audit log has all of them. */
export const AudienceHistory = z.object({ items: z.array(AudienceChange) }).meta({ id: 'AudienceHistory' });
export type AudienceHistory = z.infer<typeof AudienceHistory>;

/** Begins the next version of a rule with a copy of the audience as it is now. */
export const AudienceVersionRequest = z.strictObject({ ruleId: Id });
export type AudienceVersionRequest = z.infer<typeof AudienceVersionRequest>;

/** What engagements say today, to choose from. */
export const AudienceWords = z
  .object({ jobRoles: z.array(z.string()), tags: z.array(z.string()) })
  .meta({ id: 'AudienceWords' });
export type AudienceWords = z.infer<typeof AudienceWords>;
