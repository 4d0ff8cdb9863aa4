import type { ImportRow } from '@lms/contracts';

/** What changes as it is kept, column, before and after: names said once more for each would be half of what a row writes. */
export const keptDiff = (diff: ImportRow['diff']): string[][] =>
  diff.map(({ column, before, after }) => [column, before, after]);

/** The same of a row `r`, as it is read. */
export const DIFF = `coalesce((
  select jsonb_agg(jsonb_build_object('column', d.kept ->> 0, 'before', d.kept ->> 1, 'after', d.kept ->> 2) order by d.place)
  from jsonb_array_elements(r.diff) with ordinality d(kept, place)), '[]') as diff`;
