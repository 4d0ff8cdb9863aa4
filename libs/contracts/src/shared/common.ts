import { z } from 'zod';

/** In capitals it is the same id: it is compared as the database writes it. */
export const Id = z.uuid().toLowerCase();
/** A calendar date in Europe/London, `YYYY-MM-DD`, inclusive wherever it ends something. Years from it stay in reach. */
export const CalendarDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date <= '2999-12-31', 'Give a date between 1900 and 2999');
/** A moment in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();

export const IdParams = z.strictObject({ id: Id });

/** Short text typed by a person: trimmed, never empty. */
export const shortText = (max = 200) => z.string().trim().min(1).max(max);

/** One page of a list: `nextCursor` is opaque, and null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const PageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** RFC 9457. `code` is stable and meant for programs, `detail` is a sentence meant for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

export const Created = z.object({ id: Id });
export type Created = z.infer<typeof Created>;
