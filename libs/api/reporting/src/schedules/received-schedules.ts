import { Audit, changeOf, type Ctx, NotFound, Sql, Transactions } from '@lms/api-platform';
import type { ReceivedSchedules as Received } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instant } from '../files/list-file.sql.js';
import { CADENCE } from './schedule.sql.js';

/** $1 who reads, $2 today. */
const RECEIVED = `
  select s.id, s.name, s.list, s.format, ${CADENCE}, s.state = 'paused' as paused, ${instant('c.stopped_at')} as "stoppedAt",
    case when o.id in (select people_in_scope($1, $2)) then concat_ws(' ', o.given_name, o.family_name) end as "ownerName"
  from (
    select schedule_id, min(stopped_at) as stopped_at from schedule_recipient
    where person_id = any (persons_as($1)) and removed_at is null group by schedule_id
  ) c
  join schedule s on s.id = c.schedule_id and s.state <> 'ended'
  join person o on o.id = who_is(s.person_id)
  order by s.id desc limit 200`;
/** $1 which, $2 who, $3 when they stopped; none to receive it again. */
const CHOOSE = `
  update schedule_recipient c set stopped_at = case when $3::timestamptz is null then null else coalesce(c.stopped_at, $3) end
  from schedule s
  where c.schedule_id = $1 and c.person_id = any (persons_as($2)) and c.removed_at is null and s.id = c.schedule_id
    and s.state <> 'ended' returning c.schedule_id`;

/** Lists that are sent to the reader, and their own choice not to receive one. */
@Injectable()
export class ReceivedSchedules {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async of({ actor, today }: Ctx): Promise<Received> {
    return {
      items: await this.sql.rows<Received['items'][number]>('received-schedules', RECEIVED, [actor.personId, today]),
    };
  }

  /** Twice is once. NotFound for what is not sent to the reader. */
  async choose(ctx: Ctx, id: string, receive: boolean): Promise<void> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const [rows]: [unknown[], number] = await tx.query(CHOOSE, [id, ctx.actor.personId, receive ? null : ctx.now]);
      if (rows.length === 0) throw new NotFound();
      await this.audit.append(tx, ctx, {
        action: receive ? 'schedule.receive-again' : 'schedule.stop',
        ...{ targetType: 'schedule', targetId: id, detail: {} },
      });
    });
  }
}
