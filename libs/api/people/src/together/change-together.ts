import { Audit, changeOf, Conflict, type Ctx, Outbox, Transactions, type Tx } from '@lms/api-platform';
import type { ApplyBulkChangeRequest, BulkChange, BulkChanged } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { keepAnAdministratorEngaged } from '../grants/keep-an-administrator.js';
import { closesCircle } from '../imports/people/write-people.js';
import { takeTurn } from '../shared/turns.js';
import { planTogether, type PlannedChange } from './plan-together.js';
import { CHANGE, LOCK } from './together.sql.js';
import { fieldOf } from './together-rules.js';

/** Changes many engagements exactly as previewed, all or none. */
@Injectable()
export class ChangeTogether {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  run(ctx: Ctx, { facts, ...request }: ApplyBulkChangeRequest): Promise<BulkChanged> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const field = fieldOf(request.change);
      if (field === 'lineManagerId') await takeTurn(tx, 'line managers');
      await tx.query(LOCK, [request.personIds]);
      const { changes, preview } = await planTogether(tx, ctx, request);
      if (preview.facts !== facts) throw changedMeanwhile();
      if (changes.length === 0) return { changed: 0, undo: null };
      await this.write(tx, ctx, changes);
      if (field === 'endsOn') await keepAnAdministratorEngaged(tx, request.personIds, ctx.today);
      if (field === 'lineManagerId') await refuseCircle(tx, ctx, changes);
      await this.audit.append(tx, ctx, {
        action: 'engagement.change-together',
        detail: {
          kind: request.change.kind,
          changed: [field],
          personIds: changes.map(({ person }) => person.personId),
          engagementIds: changes.map(({ person }) => person.engagementId),
        },
      });
      return { changed: changes.length, undo: undoOf(request.change, changes) };
    });
  }

  private async write(tx: Tx, ctx: Ctx, changes: readonly PlannedChange[]): Promise<void> {
    const rows = changes.map(({ person, after }) => ({ id: person.engagementId, ...after }));
    await tx.query(CHANGE, [JSON.stringify(rows)]);
    await this.outbox.appendMany(
      tx,
      ctx.now,
      changes.map(({ person: { personId, engagementId } }) => ({
        type: 'engagement.saved',
        personId,
        payload: { engagementId, personId },
      })),
    );
  }
}

const changedMeanwhile = (): Conflict =>
  new Conflict('facts-changed', 'Somebody changed one of these people meanwhile. Nothing was changed; look again.');

/** Two who are put back could stand above each other by what happened since. */
async function refuseCircle(tx: Tx, ctx: Ctx, changes: readonly PlannedChange[]): Promise<void> {
  const ids = changes.map(({ person }) => person.engagementId);
  if (await closesCircle(tx, ctx.today, ids))
    throw new Conflict('circle', 'Somebody would report to themselves. Nothing was changed.');
}

/** An end is not taken back: what it set going, such as off-boarding, is undone by hand. */
function undoOf(change: BulkChange, changes: readonly PlannedChange[]): BulkChanged['undo'] {
  const field = fieldOf(change);
  if (field === 'endsOn' || change.kind === 'put-back') return null;
  return {
    personIds: changes.map(({ person }) => person.personId),
    change: {
      kind: 'put-back',
      field,
      engagements: changes.map(({ person }) => ({ id: person.engagementId, version: person.version + 1 })),
    },
  };
}
