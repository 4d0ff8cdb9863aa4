import type { Tx } from '@lms/api-platform';
import type { CheckedRow } from '../kinds/imported-kind.js';
import { keptDiff } from '../run/kept-diff.js';
import { RANGE, rangeOf } from '../run/row-range.js';

const WRITE = `
  update import_row r set outcome = c.outcome, about = c.about, identity = c.identity, messages = coalesce(c.messages, '[]'),
    diff = coalesce(c.diff, '[]'), likely = coalesce(c.likely, '[]'), plan = c.plan, wave = greatest(r.wave, c.wave),
    choice = case when r.choice = 'new' or exists (select from jsonb_array_elements(c.likely) l where l ->> 'personId' = r.choice)
      then r.choice end
  from jsonb_to_recordset($2::jsonb) c(n int, outcome text, about text, identity text, messages jsonb, diff jsonb, likely jsonb, plan jsonb, wave int)
  where r.import_id = $1 and r.n = c.n and ${RANGE}`;

/** What the rows came to, in one statement. Most have nothing to say, and what is empty is left out on the way. */
export async function writeChecked(tx: Tx, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const written = rows.map(({ n, outcome, about, identity, messages, diff, likely, plan, wave }) => ({
    n,
    outcome,
    about: about.slice(0, 300),
    identity,
    messages: someOf(messages),
    diff: someOf(keptDiff(diff)),
    likely: someOf(likely),
    plan: plan ?? undefined,
    wave,
  }));
  await tx.query(WRITE, [importId, JSON.stringify(written), ...rangeOf(rows)]);
}

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
