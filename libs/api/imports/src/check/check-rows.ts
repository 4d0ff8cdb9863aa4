import type { Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import type { GivenImport, ImportedKind } from '../kinds/imported-kind.js';
import { byIndex } from '../run/by-index.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { keptDiff } from '../run/kept-diff.js';
import { keyRows } from '../run/row-keys.js';
import { givenOf, type RunningImport } from '../run/running-import.js';
import { withoutWaiting } from '../run/without-waiting.js';
import { writeChecked } from './write-checked.js';

const AT_ONCE = 2000;
const [BEGIN, CHECK, FINISH] = [0, 1, 2];

const NEXT = `
  select ${STORED_ROW} from import_row r
  where r.import_id = $1 and r.n > $2 and r.result is distinct from 'applied' order by r.n limit ${AT_ONCE}`;
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
 * The dry run: first by what rows can name one another; then two thousand rows at a time; then what can only be seen of all
 * of them. Each chunk is a transaction that also says how far it has got.
 */
@Injectable()
export class CheckRows {
  constructor(private readonly kinds: ImportKinds) {}

  async next(tx: Tx, running: RunningImport, now: { at: Date; today: string }): Promise<void> {
    const kind = this.kinds.one(running.kind);
    const given = givenOf(running, now);
    if (running.step === FINISH) return finish(tx, kind, given);
    if (running.step === BEGIN) await keyRows(tx, kind, running);
    await byIndex(tx);
    await withoutWaiting(tx);
    const rows: StoredRow[] = await tx.query(NEXT, [running.id, running.step === BEGIN ? 0 : running.afterN]);
    if (rows.length > 0) await checkSome(tx, kind, { given, running, rows });
    const over = rows.length < AT_ONCE;
    await tx.query(MOVE, [running.id, over ? 0 : rows.at(-1)?.n, rows.length, over ? FINISH : CHECK, now.at]);
  }
}

interface Chunk {
  given: GivenImport;
  running: RunningImport;
  rows: readonly StoredRow[];
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
  if (leavers && leavers.rows.length > 0) {
    const rows = leavers.rows.map((row) => ({ ...row, diff: keptDiff(row.diff) }));
    await tx.query(INSERT_LEAVING, [importId, JSON.stringify(rows)]);
  }
  await tx.query(DONE, [importId, leavers?.engaged ?? null, at]);
}
