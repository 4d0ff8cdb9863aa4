import { Audit, changeOf, type Ctx, Forbidden, Invalid, NotFound, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { followTasks } from '../paths/follow-tasks.js';
import { isPeopleTeam } from '../tasks/may-do.js';

interface Enrolment {
  personId: string;
  buddyId: string | null;
  manages: boolean;
}

/** $1 enrolment, $2 who asks, $3 today. Out of their scope there is no row. */
const ENROLMENT = `
  select n.person_id as "personId", n.buddy_id as "buddyId", manages_engagement($2, n.engagement_id, $3) as manages
  from path_enrolment n
  where n.id = $1 and n.state = 'open' and exists (select from people_in_scope($2, $3) s(id) where s.id = n.person_id)
  for update of n`;

/** Somebody whom the actor sees and who works here, or is about to; $1 whom, $2 who asks, $3 today. */
const BUDDY = `
  select from person p
  where p.id = $1 and p.erased_at is null
    and exists (select from people_in_scope($2, $3) s(id) where s.id = p.id)
    and exists (select from engagement e where e.person_id = p.id and (e.ends_on is null or e.ends_on >= $3))`;

/** Who looks after a newcomer on a path: chosen by the People Team or by a line manager, direct or further up. */
@Injectable()
export class ChooseBuddy {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async run(ctx: Ctx, id: string, personId: string | null): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const rows: Enrolment[] = await tx.query(ENROLMENT, [id, ctx.actor.personId, ctx.today]);
      const [enrolment] = rows;
      if (!enrolment) throw new NotFound();
      if (!isPeopleTeam(ctx.actor) && !enrolment.manages) throw new Forbidden();
      if (personId !== null) await assertBuddy(tx, ctx, enrolment, personId);
      await tx.query('update path_enrolment set buddy_id = $2 where id = $1', [id, personId]);
      await followTasks(tx, { at: ctx.now, today: ctx.today }, [id]);
      await this.audit.append(tx, ctx, {
        action: 'path-enrolment.buddy',
        targetType: 'path enrolment',
        targetId: id,
        detail: { before: enrolment.buddyId, after: personId },
      });
    });
  }
}

async function assertBuddy(tx: Tx, ctx: Ctx, { personId }: Enrolment, buddyId: string): Promise<void> {
  if (buddyId === personId) throw new Invalid([{ path: 'personId', message: 'Nobody is their own buddy.' }]);
  const rows: object[] = await tx.query(BUDDY, [buddyId, ctx.actor.personId, ctx.today]);
  if (rows.length === 0) throw new Invalid([{ path: 'personId', message: 'There is no such person to choose.' }]);
}
