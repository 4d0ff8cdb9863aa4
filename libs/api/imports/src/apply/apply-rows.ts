import type { Tx } from '@lms/api-platform';
import { ProblemError } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { AppliedRow, GivenImport, ImportedKind, PlannedRow } from '../kinds/imported-kind.js';
import { byIndex } from '../run/by-index.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { RANGE, rangeOf } from '../run/row-range.js';
import { givenOf, type RunningImport } from '../run/running-import.js';
import { sameJson } from './same-json.js';
import { tellApplied } from './tell-applied.js';

const NEXT = `
  select ${STORED_ROW} from import_row r
  where r.import_id = $1 and r.outcome in ('new', 'change', 'leaving') and r.selected and r.result is null
    and (r.wave, r.n) > ($2, $3)
  order by r.wave, r.n limit $4`;
const WRITE = `
  update import_row r set result = a.result, note = a.note from jsonb_to_recordset($2::jsonb) a(n int, result text, note text)
  where r.import_id = $1 and r.n = a.n and ${RANGE}`;
const MOVE = 'update import set after_wave = $2, after_n = $3, done = done + $4, moved_at = $5 where id = $1';

const CHANGED = 'What stands has changed since this was checked. Nothing was written; check the file again.';

/**
 * Writes what was checked, so many rows in a transaction that also says how far it has got: a row is applied once, also when
 * workers are killed. Each row is checked again first, and written only if it comes to the same.
 */
@Injectable()
export class ApplyRows {
  constructor(private readonly kinds: ImportKinds) {}

  /** How many rows one transaction takes. */
  atOnce({ kind }: Pick<RunningImport, 'kind'>): number {
    return this.kinds.one(kind).atOnce;
  }

  /** False when there was nothing left, and the import is applied. */
  async next(tx: Tx, running: RunningImport, now: { at: Date; today: string }, most: number): Promise<boolean> {
    const given = givenOf(running, now);
    await byIndex(tx);
    const next: StoredRow[] = await tx.query(NEXT, [running.id, running.afterWave, running.afterN, most]);
    // What a later wave rests on has to be written before that wave is looked at.
    const rows = next.filter(({ wave }) => wave === next[0]?.wave);
    const last = rows.at(-1);
    if (!last) {
      await tellApplied(tx, running, now.at);
      return false;
    }
    await writeApplied(tx, running.id, await applySome(tx, this.kinds.one(running.kind), given, running, rows));
    await tx.query(MOVE, [running.id, last.wave, last.n, rows.length, now.at]);
    return true;
  }

  /** The next row cannot be written: says why, and goes on behind it. */
  async fail(tx: Tx, running: RunningImport, at: Date, error: unknown): Promise<void> {
    const [row]: StoredRow[] = await tx.query(NEXT, [running.id, running.afterWave, running.afterN, 1]);
    if (!row) return;
    await writeApplied(tx, running.id, [{ n: row.n, result: 'failed', note: sentenceOf(error) }]);
    await tx.query(MOVE, [running.id, row.wave, row.n, 1, at]);
  }
}

async function applySome(
  tx: Tx,
  kind: ImportedKind,
  given: GivenImport,
  running: RunningImport,
  rows: readonly StoredRow[],
): Promise<AppliedRow[]> {
  const before = new Map(rows.map((row) => [row.n, row]));
  const checked = await kind.check(
    tx,
    given,
    rows.map((row) => givenRow(row, running)),
  );
  const planned: PlannedRow[] = [];
  const answers = new Map<number, AppliedRow>();
  for (const row of checked) {
    const stored = before.get(row.n);
    if (!stored) continue;
    if (row.outcome === stored.outcome && sameJson(row.plan ?? null, stored.plan ?? null)) {
      planned.push({ ...row, given: givenRow(stored, running) });
      answers.set(row.n, { n: row.n, result: 'applied', note: null });
    } else answers.set(row.n, { n: row.n, result: 'failed', note: CHANGED });
  }
  if (planned.length > 0) for (const answer of await kind.apply(tx, given, planned)) answers.set(answer.n, answer);
  return [...answers.values()];
}

const writeApplied = (tx: Tx, importId: string, rows: readonly AppliedRow[]): Promise<unknown> =>
  tx.query(WRITE, [importId, JSON.stringify(rows), ...rangeOf(rows)]);

const sentenceOf = (error: unknown): string =>
  error instanceof ProblemError
    ? (error.fields?.map(({ message }) => message).join(' ') ?? error.sentence)
    : 'This row could not be written. Check the file again; if it happens once more, tell whoever looks after the system.';
