import type { Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { GivenImport, ImportedKind } from '../kinds/imported-kind.js';
import { byIndex } from '../run/by-index.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { RANGE, rangeOf } from '../run/row-range.js';
import { givenOf, type RunningImport } from '../run/running-import.js';
import { writeChecked } from './write-checked.js';

const AT_ONCE = 1000;

const NEXT = `
  select ${STORED_ROW} from import_row r
  where r.import_id = $1 and r.n > $2 and r.result is distinct from 'applied' order by r.n limit ${AT_ONCE}`;
const WRITE_KEYS = `
  update import_row r set key = k.key from jsonb_to_recordset($2::jsonb) k(n int, key text)
  where r.import_id = $1 and r.n = k.n and ${RANGE}`;
const MOVE = `update import set after_n = $2, done = done + $3, step = $4, moved_at = $5 where id = $1`;

/** Rows that are about what an earlier row is about. $2 what they come to, $3 and $4 the sentence around the earlier number. */
const MARK_REPEATED = `
  update import_row r set outcome = $2, diff = '[]', plan = null,
    messages = jsonb_build_array(jsonb_build_object('column', null, 'message', $3::text || f.first || $4::text))
  from (
    select identity, min(n) as first from import_row where import_id = $1 and outcome <> 'faulty' and identity is not null
    group by identity having count(*) > 1
  ) f
  where r.import_id = $1 and r.identity = f.identity and r.n > f.first and r.outcome <> 'faulty' and r.result is null`;
const SENTENCES = {
  same: ['This is in row ', ' already.'],
  faulty: ['Row ', ' is about the same. Leave one of the two in the file.'],
} as const;

const INSERT_LEAVING = `
  insert into import_row (import_id, n, cells, outcome, about, diff, plan, wave)
  select $1, (select max(n) from import_row where import_id = $1) + row_number() over (), '[]', 'leaving', l.about, l.diff, l.plan, 1000000
  from jsonb_to_recordset($2::jsonb) l(about text, diff jsonb, plan jsonb)`;
const DONE = `
  update import set state = 'checked', engaged = $2, checked_at = $3, moved_at = $3, done = 0, step = 0, failures = 0 where id = $1`;

/**
 * The dry run: first by what rows can name one another; then a thousand rows at a time; then what can only be seen of all of
 * them. Each chunk is a transaction that also says how far it has got.
 */
@Injectable()
export class CheckRows {
  constructor(private readonly kinds: ImportKinds) {}

  async next(tx: Tx, running: RunningImport, now: { at: Date; today: string }): Promise<void> {
    const kind = this.kinds.one(running.kind);
    const given = givenOf(running, now);
    if (running.step === 2) return finish(tx, kind, given);
    await byIndex(tx);
    const rows: StoredRow[] =
      running.step === 0 && !kind.keyOf ? [] : await tx.query(NEXT, [running.id, running.afterN]);
    if (rows.length > 0) await (running.step === 0 ? writeKeys : checkSome)(tx, kind, { given, running, rows });
    const over = rows.length < AT_ONCE;
    const [after, done] = [over ? 0 : rows.at(-1)?.n, running.step === 1 ? rows.length : 0];
    await tx.query(MOVE, [running.id, after, done, over ? running.step + 1 : running.step, now.at]);
  }
}

interface Chunk {
  given: GivenImport;
  running: RunningImport;
  rows: readonly StoredRow[];
}

async function writeKeys(tx: Tx, kind: ImportedKind, { running, rows }: Chunk): Promise<void> {
  const keys = rows.map((row) => ({ n: row.n, key: kind.keyOf?.(givenRow(row, running)) ?? null }));
  await tx.query(WRITE_KEYS, [running.id, JSON.stringify(keys), ...rangeOf(rows)]);
}

async function checkSome(tx: Tx, kind: ImportedKind, { given, running, rows }: Chunk): Promise<void> {
  const checked = await kind.check(
    tx,
    given,
    rows.map((row) => givenRow(row, running)),
  );
  await writeChecked(tx, running.id, checked);
}

async function finish(tx: Tx, kind: ImportedKind, given: GivenImport): Promise<void> {
  const { importId, at, leaversEndOn } = given;
  // What the rows came to has just been written, and whoever does not know it takes them for a few.
  await tx.query('select count_import_rows()');
  await tx.query(MARK_REPEATED, [importId, kind.repeated, ...SENTENCES[kind.repeated]]);
  await kind.finish?.(tx, given);
  const leavers = leaversEndOn && kind.leavers ? await kind.leavers(tx, given) : null;
  if (leavers && leavers.rows.length > 0) await tx.query(INSERT_LEAVING, [importId, JSON.stringify(leavers.rows)]);
  await tx.query(DONE, [importId, leavers?.engaged ?? null, at]);
}
