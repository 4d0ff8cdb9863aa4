import { Audit, changeOf, Conflict, type Ctx, Jobs, Transactions, type Tx } from '@lms/api-platform';
import type { ApplyImportRequest, ImportCounts } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ImportKinds } from '../kinds/import-kinds.js';
import { lockSeen } from '../read/seen-import.js';
import { notNow } from '../rows/choose-row.js';
import { MOST_LEAVING } from './most-leaving.js';

/** Has a job write the rows that are chosen. What was left out can be applied later. */
@Injectable()
export class StartApply {
  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: ImportKinds,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Problems: 409 `nothing-chosen`, 409 `many-leave` when more than usual leave and it was not said how many. */
  async run(ctx: Ctx, id: string, request: ApplyImportRequest): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const { state, createdBy } = await lockSeen(tx, ctx, this.kinds, id);
      if (state !== 'checked' && state !== 'applied') throw notNow();
      if (createdBy !== ctx.actor.personId) {
        throw new Conflict('not-yours', 'Whoever gave the file applies it: it is written with what they may do.');
      }
      const counts = await countsOf(tx, id);
      if (counts.chosen === 0) throw new Conflict('nothing-chosen', 'No row is chosen that would change anything.');
      assertLeaving(counts.chosenLeaving, counts.engaged ?? 0, request.leaving);
      await tx.query(
        `update import set state = 'applying', refusal = null, after_wave = -1, after_n = 0, done = 0, todo = $2, failures = 0, moved_at = $3
         where id = $1`,
        [id, counts.chosen, ctx.now],
      );
      const { chosen, chosenLeaving } = counts;
      await this.audit.append(tx, ctx, {
        action: 'import.apply',
        targetType: 'import',
        targetId: id,
        detail: { chosen, chosenLeaving },
      });
      await this.jobs.send(tx, 'imports', { id });
    });
  }
}

async function countsOf(tx: Tx, id: string): Promise<ImportCounts & { engaged: number | null }> {
  const rows: { counts: ImportCounts; engaged: number | null }[] = await tx.query(
    'select import_counts(id) as counts, engaged from import where id = $1',
    [id],
  );
  const [row] = rows;
  if (!row) throw notNow();
  return { ...row.counts, engaged: row.engaged };
}

function assertLeaving(leaving: number, engaged: number, confirmed: number | undefined): void {
  if (leaving <= engaged * MOST_LEAVING || confirmed === leaving) return;
  throw new Conflict(
    'many-leave',
    `${leaving} of ${engaged} people would leave. Confirm that number, or leave those rows out.`,
  );
}
