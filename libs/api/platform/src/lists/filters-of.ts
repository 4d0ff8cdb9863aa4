import type { z } from 'zod';
import { Invalid } from '../http/problem.js';

/** The filters of a list as its contract has them; Invalid for what it does not know. */
export function filtersOf<T extends z.ZodType>(schema: T, given: Readonly<Record<string, string>>): z.output<T> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw new Invalid(read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
}
