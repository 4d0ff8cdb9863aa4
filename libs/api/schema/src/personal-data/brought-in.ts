import type { PersonalTable } from './entry.js';

/** Whether a text of cells names the person: in one cell, with the two names in cells of their own, or by a number alone. */
const mentions = (text: string): string => `(
  exists (select from unnest(words_for(p_people)) w where position(lower(w) in lower(${text})) > 0)
  or exists (select from person n where n.id = any (p_people) and position('"' || lower(n.given_name) || '"' in lower(${text})) > 0
    and position('"' || lower(n.family_name) || '"' in lower(${text})) > 0)
  or exists (select from engagement e where e.person_id = any (p_people)
    and position('"' || lower(e.employee_number) || '"' in lower(${text})) > 0))`;
const MEANT = `exists (select from unnest(p_people) i
  where position(i::text in concat(x.identity, x.choice, x.likely, x.plan)) > 0)`;

/**
 * Files that bring in many rows, for as long as their rows are kept. They come before what they name the person by, which
 * goes too.
 */
export const BROUGHT_IN: readonly PersonalTable[] = [
  {
    table: 'import',
    columns:
      'id kind file_name size sha256 state refusal headings samples mapping options total step after_wave after_n done todo failures engaged keyed_by created_by created_at moved_at checked_at applied_at cleared_at',
    area: 'history',
    whose: mentions('x.samples::text'),
    erasure: { samples: `'[]'` },
    because:
      'That a file was brought in, and how many rows it had. A name in what it was called is taken out: `erase_mentions`.',
    shown: null,
  },
  {
    table: 'import_row',
    columns: 'import_id n cells key identity outcome about messages diff likely choice selected plan wave result note',
    area: 'history',
    whose: `${mentions('concat(x.cells, x.about, x.diff)')} or ${MEANT}`,
    erasure: 'removed',
    because: 'A row of a file that is about the person; all of them are deleted after thirty days.',
    shown: null,
  },
];
