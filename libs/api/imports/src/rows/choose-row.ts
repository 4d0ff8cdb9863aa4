import { changeOf, Clock, type Ctx, Conflict, Invalid, NotFound, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { writeChecked } from '../check/write-checked.js';
import { ImportKinds } from '../kinds/import-kinds.js';
import { lockSeen } from '../read/seen-import.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { givenOf, type RunningImport } from '../run/running-import.js';

interface OpenRow extends StoredRow {
  likely: { personId: string }[];
}

/** Somebody has said who a row is about: it is checked again at once. */
@Injectable()
export class ChooseRow {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, id: string, n: number, choice: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { kind, state } = await lockSeen(tx, ctx, this.kinds, id);
      if (state !== 'checked' && state !== 'applied') throw notNow();
      const row = await openRow(tx, id, n);
      if (choice !== 'new' && !row.likely.some(({ personId }) => personId === choice)) {
        throw new Invalid([{ path: 'choice', message: 'Choose one of the people who are named, or somebody new.' }]);
      }
      await tx.query('update import_row set choice = $3 where import_id = $1 and n = $2', [id, n, choice]);
      await this.check(tx, id, kind, { ...row, choice });
    });
  }

  private async check(tx: Tx, id: string, kind: RunningImport['kind'], row: OpenRow): Promise<void> {
    const [running]: RunningImport[] = await tx.query(
      `select id, kind, mapping, options, created_by as "createdBy" from import where id = $1`,
      [id],
    );
    if (!running) throw new NotFound();
    const given = givenOf(running, { at: this.clock.now(), today: this.clock.today() });
    await writeChecked(tx, id, await this.kinds.one(kind).check(tx, given, [givenRow(row, running.mapping)]));
  }
}

async function openRow(tx: Tx, id: string, n: number): Promise<OpenRow> {
  const rows: OpenRow[] = await tx.query(
    `select ${STORED_ROW}, r.likely from import_row r where r.import_id = $1 and r.n = $2 and r.result is null and r.outcome <> 'leaving'`,
    [id, n],
  );
  const [row] = rows;
  if (!row) throw new NotFound();
  return row;
}

export const notNow = (): Conflict =>
  new Conflict('not-now', 'This import is being worked on. Wait until it has come to its end.');
