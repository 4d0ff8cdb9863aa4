import { Mails, Subscribers, type Tx } from '@lms/api-platform';
import { londonDate } from '@lms/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addNotices } from '../notices/new-notice.js';
import { DigestMails } from './digest-mails.js';
import { digestNotices } from './digest-notices.js';
import type { ReminderDue } from './reminder-due.js';

/** $1 who, $2 today: what is required of them and late and not booked, for whoever is at work. */
const LATE = `
  select p.id as "toldId", coalesce(p.known_as, p.given_name) as "knownAs", mail_address(p.id, $2) as address, true as "wantsMail",
    p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as "personName", 'course' as kind, s.course_id as "thingId",
    k.deadline::text as deadline, case when $2::date >= k.deadline + 7 then 'overdue-7' else 'overdue-1' end as step,
    'training' as topic, c.title, d.standing as what, 0 as total, null::text as oldest,
    false as unspoken, false as again
  from person p
  join people_at_work($2) w on w.person_id = p.id
  join standing_dates s on s.person_id = p.id and s.required
  join course c on c.id = s.course_id
  cross join lateral (select standing_on(s.*, $2) as standing) d
  cross join lateral (select case d.standing when 'expired' then coalesce(s.due_on, s.valid_until) else s.due_on end as deadline) k
  where p.id = $1 and d.standing in ('overdue', 'expired') and k.deadline is not null
    and booked_on(p.id, s.course_id, $2) is null
  order by k.deadline, c.title, s.course_id`;
const OPEN = 'insert into digest (person_id, on_date) values ($1, $2) on conflict do nothing returning person_id';
/** What is told now is not told again as the step that it is. */
const KEEP = `
  insert into reminder (id, person_id, kind, thing_id, deadline, step, told_id, told_on, again)
  select r.id, $2, 'course', r.thing_id, r.deadline, r.step, $2, $3,
    (select count(*) from reminder o join lapsed_digest l on l.person_id = o.told_id and l.on_date = o.told_on
     where (o.person_id, o.kind, o.thing_id, o.deadline, o.step) = ($2, 'course', r.thing_id, r.deadline, r.step))
  from jsonb_to_recordset($1::jsonb) r(id uuid, thing_id uuid, deadline date, step text)
  on conflict (person_id, kind, thing_id, deadline, step, again) do nothing`;

/**
 * Somebody was asked to be reminded of what is late. The mail is the day's one mail: whoever had it already, or has no
 * address, finds it under Notices alone.
 */
@Injectable()
export class FollowChases implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly digestMails: DigestMails,
    private readonly mails: Mails,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('person.chased', async (tx, { personId }, at) => {
      if (personId) await this.tell(tx, personId, at);
    });
  }

  private async tell(tx: Tx, personId: string, at: Date): Promise<void> {
    const today = londonDate(at);
    const items: ReminderDue[] = await tx.query(LATE, [personId, today]);
    if (items.length === 0) return;
    await addNotices(tx, at, digestNotices(items, today));
    const mail = this.digestMails.mailOf(items, today, at);
    if (!mail) return;
    const opened: unknown[] = await tx.query(OPEN, [personId, today]);
    if (opened.length === 0) return;
    const steps = items.map((item) => ({
      id: uuid(),
      thing_id: item.thingId,
      deadline: item.deadline,
      step: item.step,
    }));
    await tx.query(KEEP, [JSON.stringify(steps), personId, today]);
    await this.mails.write(tx, at, mail);
  }
}
