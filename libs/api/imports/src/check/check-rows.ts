import type { Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { CheckedRow, GivenImport, GivenRow, ImportedKind } from '../kinds/imported-kind.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { givenOf, type RunningImport } from '../run/running-import.js';
import { writeChecked } from './write-checked.js';

const AT_ONCE = 1000;

interface Repeating extends StoredRow {
  twiceOf: number | null;
}

const NEXT = `
  select ${STORED_ROW}, r.twice_of as "twiceOf" from import_row r
  where r.import_id = $1 and r.n > $2 and r.result is distinct from 'applied' order by r.n limit ${AT_ONCE}`;

const WRITE_KEYS = `
  update import_row r set key = k.key from jsonb_to_recordset($2::jsonb) k(n int, key text) where r.import_id = $1 and r.n = k.n`;
const MARK_REPEATED = `
  update import_row r set twice_of = f.first from (
    select key, min(n) as first from import_row where import_id = $1 and key is not null group by key having count(*) > 1
  ) f where r.import_id = $1 and r.key = f.key and r.n > f.first`;
const MOVE = `update import set after_n = $2, done = done + $3, step = $4, moved_at = $5 where id = $1`;

/**
 * The dry run: first what each row is about, so that rows can point at one another; then a thousand rows at a time; then
 * what can only be seen of all of them. Each chunk is a transaction that also says how far it has got.
 */
@Injectable()
export class CheckRows {
  constructor(private readonly kinds: ImportKinds) {}

  async next(tx: Tx, running: RunningImport, now: { at: Date; today: string }): Promise<void> {
    const kind = this.kinds.one(running.kind);
    const given = givenOf(running, now);
    if (running.step === 2) return finish(tx, kind, given);
    const rows: Repeating[] = await tx.query(NEXT, [running.id, running.afterN]);
    if (rows.length > 0) {
      await (running.step === 0 ? writeKeys(tx, kind, running, rows) : checkSome(tx, kind, given, running, rows));
    }
    const over = rows.length < AT_ONCE;
    if (over && running.step === 0) await tx.query(MARK_REPEATED, [running.id]);
    const step = over ? running.step + 1 : running.step;
    await tx.query(MOVE, [running.id, over ? 0 : rows.at(-1)?.n, running.step === 1 ? rows.length : 0, step, now.at]);
  }
}

async function writeKeys(
  tx: Tx,
  kind: ImportedKind,
  { id, mapping }: RunningImport,
  rows: readonly StoredRow[],
): Promise<void> {
  const keys = rows.map((row) => ({ n: row.n, key: kind.keyOf(givenRow(row, mapping)) }));
  await tx.query(WRITE_KEYS, [id, JSON.stringify(keys)]);
}

async function checkSome(
  tx: Tx,
  kind: ImportedKind,
  given: GivenImport,
  { mapping }: RunningImport,
  rows: readonly Repeating[],
): Promise<void> {
  const firsts = rows.filter(({ twiceOf }) => twiceOf === null).map((row) => givenRow(row, mapping));
  const checked = await kind.check(tx, given, firsts);
  const repeated = rows.flatMap((row) =>
    row.twiceOf === null ? [] : [repeats(kind, givenRow(row, mapping), row.twiceOf)],
  );
  await writeChecked(tx, given.importId, [...checked, ...repeated]);
}

function repeats(kind: ImportedKind, { n, key }: GivenRow, first: number): CheckedRow {
  const message =
    kind.repeated === 'same'
      ? `This is in row ${first} already.`
      : `Row ${first} is about the same. Leave one of the two in the file.`;
  return {
    n,
    outcome: kind.repeated,
    about: (key ?? '').split('|').filter(Boolean).join(', '),
    messages: [{ column: null, message }],
    diff: [],
    likely: [],
    plan: null,
  };
}

async function finish(tx: Tx, kind: ImportedKind, given: GivenImport): Promise<void> {
  await kind.finish?.(tx, given);
  const leavers = given.leaversEndOn && kind.leavers ? await kind.leavers(tx, given) : null;
  if (leavers && leavers.rows.length > 0) {
    await tx.query(
      `insert into import_row (import_id, n, cells, outcome, about, diff, plan, wave)
       select $1, (select max(n) from import_row where import_id = $1) + row_number() over (), '[]', 'leaving', l.about, l.diff, l.plan, 1000000
       from jsonb_to_recordset($2::jsonb) l(about text, diff jsonb, plan jsonb)`,
      [given.importId, JSON.stringify(leavers.rows)],
    );
  }
  await tx.query(
    `update import set state = 'checked', engaged = $2, checked_at = $3, moved_at = $3, done = 0, step = 0, failures = 0 where id = $1`,
    [given.importId, leavers?.engaged ?? null, given.at],
  );
}
