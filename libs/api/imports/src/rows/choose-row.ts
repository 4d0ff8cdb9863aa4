import { changeOf, Clock, type Ctx, Conflict, Invalid, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { ChooseAllRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { writeChecked } from '../check/write-checked.js';
import { ImportKinds } from '../kinds/import-kinds.js';
import { lockSeen } from '../read/seen-import.js';
import { givenRow, STORED_ROW, type StoredRow } from '../run/given-rows.js';
import { givenOf, type RunningImport } from '../run/running-import.js';

interface OpenRow extends StoredRow {
  likely: { personId: string }[];
}

const AT_ONCE = 1000;

const OPEN = `
  select ${STORED_ROW}, r.likely from import_row r where r.import_id = $1 and r.result is null and jsonb_array_length(r.likely) > 0
    and ($2::int is null and r.outcome = 'unsure' or r.n = $2)
  order by r.n limit ${AT_ONCE}`;
const CHOOSE = `
  update import_row r set choice = c.choice from jsonb_to_recordset($2::jsonb) c(n int, choice text)
  where r.import_id = $1 and r.n = c.n`;

/** Somebody has said who rows are about: they are checked again at once. */
@Injectable()
export class ChooseRow {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: Ctx, id: string, n: number, choice: string): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const running = await this.open(tx, ctx, id);
      const rows: OpenRow[] = await tx.query(OPEN, [id, n]);
      const [row] = rows;
      if (!row) throw new NotFound();
      if (choice !== 'new' && !row.likely.some(({ personId }) => personId === choice)) {
        throw new Invalid([{ path: 'choice', message: 'Choose one of the people who are named, or somebody new.' }]);
      }
      await this.choose(tx, running, [{ ...row, choice }]);
    });
  }

  /** For every row that waits for it. */
  async all(ctx: Ctx, id: string, { choice }: ChooseAllRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const running = await this.open(tx, ctx, id);
      // What has been chosen does not wait any more, so each round finds others.
      for (
        let rows: OpenRow[] = await tx.query(OPEN, [id, null]);
        rows.length > 0;
        rows = await tx.query(OPEN, [id, null])
      ) {
        const chosen = rows.map((row) => ({
          ...row,
          choice: choice === 'new' ? choice : (row.likely[0]?.personId ?? choice),
        }));
        await this.choose(tx, running, chosen);
      }
    });
  }

  private async open(tx: Tx, ctx: Ctx, id: string): Promise<RunningImport> {
    const { state } = await lockSeen(tx, ctx, this.kinds, id);
    if (state !== 'checked' && state !== 'applied') throw notNow();
    const [running]: RunningImport[] = await tx.query(
      `select id, kind, mapping, options, created_by as "createdBy" from import where id = $1`,
      [id],
    );
    if (!running) throw new NotFound();
    return running;
  }

  private async choose(tx: Tx, running: RunningImport, rows: readonly OpenRow[]): Promise<void> {
    const { id, kind } = running;
    await tx.query(CHOOSE, [id, JSON.stringify(rows.map(({ n, choice }) => ({ n, choice })))]);
    const given = givenOf(running, { at: this.clock.now(), today: this.clock.today() });
    const checked = await this.kinds.one(kind).check(
      tx,
      given,
      rows.map((row) => givenRow(row, running)),
    );
    await writeChecked(tx, id, checked);
  }
}

export const notNow = (): Conflict =>
  new Conflict('not-now', 'This import is being worked on. Wait until it has come to its end.');
