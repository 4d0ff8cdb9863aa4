import { Audit, changeOf, Conflict, type Ctx, Forbidden, NotFound, Transactions, type Tx } from '@lms/api-platform';
import type { DecideEndRequest, EndEquivalenceRequest, Equivalence, EquivalencePreview } from '@lms/contracts';
import { mayApprove } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { factsChanged } from './decide-version.js';
import { lockEquivalence } from './lock-version.js';
import { ReadEquivalences } from './read-equivalences.js';
import { ReadPreview, SECOND_PERSON_ABOVE } from './runs/read-preview.js';
import { StartRuns } from './runs/start-runs.js';

/** Ends an equivalence: for what is awarded from a day on, or with all that it gave, by new facts that say why. */
@Injectable()
export class EndEquivalence {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly runs: StartRuns,
    private readonly previews: ReadPreview,
    private readonly equivalences: ReadEquivalences,
  ) {}

  /** Who would lose what, and how they would stand then. */
  async preview(ctx: Ctx, id: string): Promise<EquivalencePreview> {
    const run = await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockEquivalence(tx, id);
      await tx.query(
        `delete from equivalence_run r where r.equivalence_id = $1 and r.dry and r.kind = 'withdraw'
           and not exists (select from equivalence_end x where x.preview_id = r.id)`,
        [id],
      );
      return this.runs.start(tx, ctx, { kind: 'withdraw', dry: true, equivalenceId: id });
    });
    await this.runs.hurry(run);
    return this.previews.one(run);
  }

  async end(ctx: Ctx, id: string, request: EndEquivalenceRequest): Promise<Equivalence> {
    let run: string | null = null;
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await lockEquivalence(tx, id);
      await assertOpen(tx, id);
      if (request.how === 'prospective') await endFrom(tx, ctx, id, request.fromOn, request.reason);
      else run = await this.takeBack(tx, ctx, id, request);
      await this.audit.append(tx, ctx, {
        action: 'equivalence.end',
        targetType: 'equivalence',
        targetId: id,
        detail: { how: request.how, reason: request.reason },
      });
    });
    if (run !== null) await this.runs.hurry(run);
    return this.equivalences.one(ctx, id);
  }

  /** The second person's word. Forbidden for whoever asked. */
  async decide(ctx: Ctx, endId: string, { approve, decision }: DecideEndRequest): Promise<Equivalence> {
    let run: string | null = null;
    const id = await this.transactions.run(changeOf(ctx), async (tx) => {
      const [end]: { id: string; preview: string; reason: string; by: string; state: string }[] = await tx.query(
        `select e.id, x.preview_id as preview, x.reason, x.asked_by as by, x.state
         from equivalence_end x join equivalence e on e.id = x.equivalence_id where x.id = $1 for update`,
        [endId],
      );
      if (!end) throw new NotFound();
      if (end.state !== 'waiting') throw new Conflict('other-state', 'Somebody has decided about this already.');
      if (approve && !mayApprove(end.by, ctx.actor.personId))
        throw new Forbidden('second-person-needed', 'This comes from you, so somebody else has to approve it.');
      await tx.query(
        `update equivalence_end set state = $2, decided_by = $3, decided_at = $4, decision = $5, version = version + 1 where id = $1`,
        [endId, approve ? 'done' : 'refused', ctx.actor.personId, ctx.now, decision],
      );
      if (approve) {
        await previewOf(tx, end.id, end.preview);
        run = await this.withdraw(tx, ctx, end.id, end.reason);
      }
      await this.audit.append(tx, ctx, {
        action: approve ? 'equivalence.end-approve' : 'equivalence.end-refuse',
        targetType: 'equivalence',
        targetId: end.id,
      });
      return end.id;
    });
    if (run !== null) await this.runs.hurry(run);
    return this.equivalences.one(ctx, id);
  }

  private async takeBack(
    tx: Tx,
    ctx: Ctx,
    id: string,
    request: Extract<EndEquivalenceRequest, { how: 'retroactive' }>,
  ): Promise<string | null> {
    const people = await previewOf(tx, id, request.previewId);
    const alone = people <= SECOND_PERSON_ABOVE;
    await tx.query(
      `insert into equivalence_end (id, equivalence_id, preview_id, how, reason, people, state, asked_by, asked_at)
       values ($1, $2, $3, 'retroactive', $4, $5, $6, $7, $8)`,
      [uuid(), id, request.previewId, request.reason, people, alone ? 'done' : 'waiting', ctx.actor.personId, ctx.now],
    );
    return alone ? this.withdraw(tx, ctx, id, request.reason) : null;
  }

  private async withdraw(tx: Tx, ctx: Ctx, id: string, reason: string): Promise<string> {
    await tx.query(`update equivalence_version set state = 'ended' where equivalence_id = $1 and state = 'active'`, [
      id,
    ]);
    return this.runs.start(tx, ctx, { kind: 'withdraw', dry: false, equivalenceId: id, reason });
  }
}

/** Something is in force, or was given and stands; and nobody is being asked about its end. */
async function assertOpen(tx: Tx, id: string): Promise<void> {
  const [row]: { open: boolean; waiting: boolean }[] = await tx.query(
    `select exists (select from equivalence_version where equivalence_id = $1 and state = 'active')
         or exists (select people_counted_by($1)) as open,
       exists (select from equivalence_end where equivalence_id = $1 and state = 'waiting') as waiting`,
    [id],
  );
  if (row?.waiting) throw new Conflict('waiting', 'Its end waits for a second person already.');
  if (!row?.open) throw new Conflict('not-in-force', 'No version of this is in force.');
}

async function endFrom(tx: Tx, ctx: Ctx, id: string, fromOn: string, reason: string): Promise<void> {
  const [counted]: { people: number }[] = await tx.query('select count(*)::int as people from people_counted_by($1)', [
    id,
  ]);
  await tx.query(
    `update equivalence_version set to_on = least(to_on, $2::date - 1), state = case when from_on >= $2::date then 'ended' else state end
     where equivalence_id = $1 and state = 'active'`,
    [id, fromOn],
  );
  await tx.query(
    `insert into equivalence_end (id, equivalence_id, how, from_on, reason, people, state, asked_by, asked_at)
     values ($1, $2, 'prospective', $3, $4, $5, 'done', $6, $7)`,
    [uuid(), id, fromOn, reason, counted?.people ?? 0, ctx.actor.personId, ctx.now],
  );
}

/** How many people a preview concerns, where what would be taken back is still the same. */
async function previewOf(tx: Tx, id: string, previewId: string): Promise<number> {
  const [preview]: { people: number; same: boolean }[] = await tx.query(
    `select coalesce(people, 0) as people, done_at is not null and digest = digest_of_counted(equivalence_id) as same
     from equivalence_run where id = $1 and equivalence_id = $2 and dry and kind = 'withdraw'`,
    [previewId, id],
  );
  if (!preview) throw new NotFound();
  if (!preview.same) throw factsChanged();
  return preview.people;
}
