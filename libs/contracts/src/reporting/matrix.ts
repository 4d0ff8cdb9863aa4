import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery, shortText } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** What the rows of the matrix are put together by. */
export const MatrixBy = z.enum(['organisation', 'scheme', 'role']);
export type MatrixBy = z.infer<typeof MatrixBy>;

/** `to-act` is overdue or expired; `holds` is valid or expiring. */
export const MatrixStanding = z.enum([
  'to-act',
  'holds',
  ...Standing.options.filter((standing) => standing !== 'not required'),
]);
export type MatrixStanding = z.infer<typeof MatrixStanding>;

/** Whoever reports to the reader: to them alone, or through others too. */
export const MatrixTeam = z.enum(['direct', 'all']);
export type MatrixTeam = z.infer<typeof MatrixTeam>;

const COLUMNS = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,119}$/i;

const filters = {
  by: MatrixBy.default('organisation'),
  /** With the tiers below it, or `none` of them. */
  organisationId: Id.optional(),
  tiers: z.literal('none').optional(),
  team: MatrixTeam.optional(),
  schemeId: Id.optional(),
  group: z.string().max(40).optional(),
  jobRole: z.string().trim().max(200).optional(),
  q: z.string().trim().max(100).optional(),
  /** Only people who stand so in something, or in the course named. */
  standing: MatrixStanding.optional(),
  courseId: Id.optional(),
  /** Only people with something whose day lies between these, both inclusive: due, valid until, exempt until. */
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  /** Ids of the courses that are shown, in order, with commas between: nothing else counts then. */
  columns: z.string().regex(COLUMNS, 'Ids of courses with commas between them').optional(),
};

/** Who the matrix shows. */
export const MatrixFilter = z.strictObject(filters);
export type MatrixFilter = z.infer<typeof MatrixFilter>;
export const MatrixQuery = PageQuery.extend(filters);
export type MatrixQuery = z.infer<typeof MatrixQuery>;

/**
 * How somebody stands in a course that is required of them, and the day that matters: until which it is valid or was, by
 * when it is due, how long an exemption lasts; null where there is none.
 */
export const MatrixCell = z.tuple([Standing, CalendarDate.nullable()]);
export type MatrixCell = z.infer<typeof MatrixCell>;

/** A person in one of the groups; who works for two organisations stands in both. */
export const MatrixRow = z.object({
  groupId: z.string(),
  personId: Id,
  name: z.string(),
  organisationName: z.string(),
  jobRole: z.string(),
  /** By course; what is not required is left out. */
  cells: z.record(Id, MatrixCell),
});
export type MatrixRow = z.infer<typeof MatrixRow>;
export const MatrixPage = pageOf(MatrixRow).meta({ id: 'MatrixPage' });
export type MatrixPage = z.infer<typeof MatrixPage>;

const counts = z.partialRecord(Standing, z.number().int());

/** A course that is required of somebody in the matrix; `required − exempt` is the other denominator. */
export const MatrixColumn = z.object({
  courseId: Id,
  code: z.string(),
  title: z.string(),
  required: z.number().int(),
  counts,
});
export type MatrixColumn = z.infer<typeof MatrixColumn>;

export const MatrixGroup = z.object({
  id: z.string(),
  label: z.string(),
  /** Of an organisation: the one above it. */
  under: z.string().nullable(),
  people: z.number().int(),
  /** People with nothing overdue or expired. */
  inOrder: z.number().int(),
  /** How many must act, by course; a course with nobody is left out. */
  toAct: z.record(Id, z.number().int()),
});
export type MatrixGroup = z.infer<typeof MatrixGroup>;

/** What the rows add up to, counted by the same standing; people are counted once, whatever groups they are in. */
export const MatrixTotals = z
  .object({
    today: CalendarDate,
    people: z.number().int(),
    inOrder: z.number().int(),
    counts,
    columns: z.array(MatrixColumn),
    groups: z.array(MatrixGroup),
  })
  .meta({ id: 'MatrixTotals' });
export type MatrixTotals = z.infer<typeof MatrixTotals>;

/** What the filters offer: of whom the reader sees. */
export const MatrixChoices = z
  .object({
    organisations: z.array(z.object({ id: Id, name: z.string(), tier: z.number().int() })),
    schemes: z.array(z.object({ id: Id, name: z.string() })),
    jobRoles: z.array(z.string()),
  })
  .meta({ id: 'MatrixChoices' });
export type MatrixChoices = z.infer<typeof MatrixChoices>;

/** The matrix as somebody likes to see it: what stands in its address. */
const view = {
  name: shortText(80),
  /** With everybody of the People Team. */
  shared: z.boolean().default(false),
  filters: z.strictObject({ ...filters, by: MatrixBy.optional() }),
};
export const SaveMatrixView = z.strictObject(view);
export type SaveMatrixView = z.infer<typeof SaveMatrixView>;
export const MatrixView = z
  .object({ id: Id, version: z.number().int(), ...view, mine: z.boolean(), byName: z.string(), mayChange: z.boolean() })
  .meta({ id: 'MatrixView' });
export type MatrixView = z.infer<typeof MatrixView>;
/** One's own first. */
export const MatrixViews = z.object({ items: z.array(MatrixView) }).meta({ id: 'MatrixViews' });
export type MatrixViews = z.infer<typeof MatrixViews>;

/** People to remind of what is overdue or expired. */
export const ChasePeople = z.strictObject({ personIds: z.array(Id).min(1).max(1000) });
export type ChasePeople = z.infer<typeof ChasePeople>;
/**
 * How many are reminded, how many of them have no e-mail address, of how many nothing is late that the asker sees, and how
 * many are left in peace because they are booked for a session of everything that is late.
 */
export const Chased = z
  .object({
    reminded: z.number().int(),
    withoutAddress: z.number().int(),
    nothingLate: z.number().int(),
    booked: z.number().int(),
  })
  .meta({ id: 'Chased' });
export type Chased = z.infer<typeof Chased>;
