import { assertUnchanged, Audit, type Ctx, Invalid, NotFound, Outbox, type Tx, violates } from '@lms/api-platform';
import type { SaveEngagementRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { assertInScope } from '../shared/assert-in-scope.js';
import { assertEngagementFits } from './assert-engagement-fits.js';
import { EngagementEntity } from './engagement.entity.js';

/** Writes an engagement inside a transaction; whoever needs to look at the person again hears of it. */
@Injectable()
export class WriteEngagement {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @param at where the fields stand in the request, for messages */
  async add(tx: Tx, ctx: Ctx, personId: string, request: SaveEngagementRequest, at = ''): Promise<string> {
    await assertEngagementFits(tx, ctx, personId, request, at);
    const id = uuid();
    await tx
      .insert(EngagementEntity, { id, version: 1, personId, createdAt: ctx.now, ...request })
      .catch((error: unknown) => explainNumber(error, at));
    await this.tell(tx, ctx, 'engagement.add', personId, id);
    return id;
  }

  /** Answers whose it is. */
  async save(tx: Tx, ctx: Ctx, id: string, seen: number, request: SaveEngagementRequest): Promise<void> {
    const stored = await tx.findOne(EngagementEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!stored) throw new NotFound();
    await assertInScope(tx, ctx, stored.personId);
    assertUnchanged(seen, stored.version);
    await assertEngagementFits(tx, ctx, stored.personId, request, '');
    await tx
      .update(EngagementEntity, { id }, { ...request, version: stored.version + 1 })
      .catch((error: unknown) => explainNumber(error, ''));
    await this.tell(tx, ctx, 'engagement.save', stored.personId, id);
  }

  private async tell(tx: Tx, ctx: Ctx, action: string, personId: string, engagementId: string): Promise<void> {
    await this.audit.append(tx, ctx, { action, targetType: 'engagement', targetId: engagementId });
    await this.outbox.append(tx, ctx.now, { type: 'engagement.saved', personId, payload: { engagementId } });
  }
}

function explainNumber(error: unknown, at: string): never {
  if (violates(error, 'engagement_employee_number_key')) {
    throw new Invalid([
      { path: `${at}employeeNumber`, message: 'Somebody else at this organisation has this employee number' },
    ]);
  }
  throw error;
}
