import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery } from '../shared/common.js';
import { Standing } from '../standing/today.js';

/** What the rows of the matrix are put together by. */
export const MatrixBy = z.enum(['organisation', 'scheme', 'role']);
export type MatrixBy = z.infer<typeof MatrixBy>;

/** `to-act` is overdue or expired. */
export const MatrixStanding = z.enum(['to-act', ...Standing.options.filter((standing) => standing !== 'not required')]);
export type MatrixStanding = z.infer<typeof MatrixStanding>;

const filters = {
  by: MatrixBy.default('organisation'),
  /** With the tiers below it. */
  organisationId: Id.optional(),
  schemeId: Id.optional(),
  group: z.string().max(40).optional(),
  jobRole: z.string().trim().max(200).optional(),
  q: z.string().trim().max(100).optional(),
  /** Only people who stand so in something, or in the course named. */
  standing: MatrixStanding.optional(),
  courseId: Id.optional(),
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
