import { Subscribers, type Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOf } from '../shared/instant.sql.js';

/** $1 an employment, $2 now: bookings under it of sessions to come on days that it does not cover. */
const LEFT = `
  session_booking b join training_session s on s.id = b.session_id join engagement e on e.id = b.engagement_id
  where b.engagement_id = $1 and b.state <> 'cancelled' and s.state = 'planned' and s.starts_at > $2
    and (e.starts_on > ${dayOf('s.starts_at')} or e.ends_on < ${dayOf('s.starts_at')})`;
const LOCK = `
  select from training_session where id in (select b.session_id from ${LEFT}) order by id for update`;
const CANCEL = `
  with gone as (
    update session_booking x set state = 'cancelled', cancelled_at = $2, cancel_reason = 'Not employed there on that day.', version = x.version + 1
    from (select b.id from ${LEFT}) k where x.id = k.id returning x.id, x.person_id, x.session_id
  ), told as (
    insert into outbox_event (at, type, person_id, payload)
    select $2, 'booking.cancelled', g.person_id, jsonb_build_object('bookingId', g.id) from gone g
  )
  select distinct session_id as "sessionId" from gone`;

/** Who has left by the day of a session does not keep a place in it that somebody else could have. */
@Injectable()
export class FollowEngagements implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('engagement.saved', async (tx, { payload }, at) => {
      const engagementId = payload['engagementId'];
      if (engagementId) await this.follow(tx, engagementId, at);
    });
  }

  private async follow(tx: Tx, engagementId: string, at: Date): Promise<void> {
    await tx.query(LOCK, [engagementId, at]);
    const freed: { sessionId: string }[] = await tx.query(CANCEL, [engagementId, at]);
    for (const { sessionId } of freed) await tx.query('select fill_session($1, $2)', [sessionId, at]);
  }
}
