import { PeopleFacade } from '@lms/api-people';
import { Audit, changeOf, Conflict, type Ctx, Invalid, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { Consequences, OutsideRecorded, RecordOutsideRequest, TakeBackAwardRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { previewOf } from '../corrections/preview.js';
import { type OutsideOutcome, recordOutside } from './record-outside.js';

/** What one person brings from outside, recorded by whoever has seen the proof, and taken back. */
@Injectable()
export class OutsideAwards {
  constructor(
    private readonly people: PeopleFacade,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** What it counts as, and what follows from that. */
  async preview(ctx: Ctx, personId: string, request: RecordOutsideRequest): Promise<Consequences> {
    await this.people.assertInScope(ctx, personId);
    return previewOf(this.transactions, ctx, personId, (tx) => add(tx, ctx, personId, request));
  }

  /** Conflict `other-dates` when the same award of the day is there with other dates. */
  async record(ctx: Ctx, personId: string, request: RecordOutsideRequest): Promise<OutsideRecorded> {
    await this.people.assertInScope(ctx, personId);
    return this.transactions.run(changeOf(ctx), async (tx) => {
      const { awardId, outcome } = await add(tx, ctx, personId, request);
      if (outcome === 'recorded') {
        await this.audit.append(tx, ctx, {
          action: 'outside-award.record',
          targetType: 'person',
          targetId: personId,
          detail: { awardId, awardedOn: request.awardedOn },
        });
      }
      return { id: awardId, outcome };
    });
  }

  async previewTakeBack(
    ctx: Ctx,
    personId: string,
    awardId: string,
    request: TakeBackAwardRequest,
  ): Promise<Consequences> {
    await this.people.assertInScope(ctx, personId);
    return previewOf(this.transactions, ctx, personId, (tx) => takeBack(tx, ctx, personId, awardId, request));
  }

  async takeBack(ctx: Ctx, personId: string, awardId: string, request: TakeBackAwardRequest): Promise<void> {
    await this.people.assertInScope(ctx, personId);
    await this.transactions.run(changeOf(ctx), async (tx) => {
      if (!(await takeBack(tx, ctx, personId, awardId, request))) return;
      await this.audit.append(tx, ctx, {
        action: 'outside-award.take-back',
        targetType: 'person',
        targetId: personId,
        detail: { awardId, reasonCode: request.reasonCode },
      });
    });
  }
}

async function assertNotOwn(tx: Tx, ctx: Ctx, personId: string): Promise<void> {
  const [own]: { own: boolean }[] = await tx.query('select same_person($1, $2) as own', [personId, ctx.actor.personId]);
  if (own?.own) throw new Conflict('own-record', 'Somebody else has to record what is yours.');
}

async function add(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  request: RecordOutsideRequest,
): Promise<{ awardId: string; outcome: Exclude<OutsideOutcome['outcome'], 'differs'> }> {
  const { id, thing, awardedOn, expiresOn, reference, note } = request;
  await assertNotOwn(tx, ctx, personId);
  if (awardedOn > ctx.today) throw new Invalid([{ path: 'awardedOn', message: 'This day has not come yet' }]);
  if (expiresOn !== null && expiresOn < awardedOn)
    throw new Invalid([{ path: 'expiresOn', message: 'It cannot end before it was awarded' }]);
  const row = { ...thing, personId, awardedOn, expiresOn, reference, note, idempotencyKey: `person:${id}` };
  const [made] = await recordOutside(tx, ctx.actor.personId, ctx.now, [row]);
  if (!made || made.outcome === 'differs')
    throw new Conflict(
      'other-dates',
      'The same is recorded for this day already, with another end. Take that one back first.',
    );
  return { awardId: made.awardId, outcome: made.outcome };
}

/** The People Team takes back any, others what they recorded themselves; false when that was done before. */
async function takeBack(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  awardId: string,
  { reasonCode, note }: TakeBackAwardRequest,
): Promise<boolean> {
  const [award]: { recorder: boolean }[] = await tx.query(
    `select a.recorded_by is not distinct from $3::uuid as recorder from outside_award a
     where a.id = $1 and a.person_id = any (persons_as(who_is($2)))`,
    [awardId, personId, ctx.actor.personId],
  );
  if (!award || !(award.recorder || ctx.actor.permissions.has('record.correct'))) throw new NotFound();
  await assertNotOwn(tx, ctx, personId);
  if (reasonCode === 'other' && note === '') throw new Invalid([{ path: 'note', message: 'Say what the reason is' }]);
  const [done]: { back: boolean }[] = await tx.query('select take_back_award($1, $2, $3, $4, $5) as back', [
    awardId,
    reasonCode,
    note,
    ctx.actor.personId,
    ctx.now,
  ]);
  return done?.back === true;
}
