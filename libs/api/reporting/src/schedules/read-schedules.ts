import { type Ctx, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Schedule, ScheduleItem, SchedulePage, ScheduleQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instant } from '../files/list-file.sql.js';
import { isOfTeam } from '../views/is-of-team.js';
import { SCHEDULE } from './schedule.sql.js';

/** $3 whether it has ended, $4 the last of the page before, $5 rows. Numbers are made in order of time. */
const PAGE = `${SCHEDULE} and (s.state = 'ended') = $3 and ($4::uuid is null or s.id < $4) order by s.id desc limit $5`;
const ONE = `${SCHEDULE} and s.id = $3`;
/** $1 who reads, $2 today, $3 of which schedule: recipients with whether the reader sees them. */
const RECIPIENTS = `
  select p.id, p.id in (select people_in_scope($1, $2)) as seen, concat_ws(' ', p.given_name, p.family_name) as name,
    mail_address(p.id, $2) is not null as "hasAddress", ${instant('min(c.stopped_at)')} as "stoppedAt"
  from schedule_recipient c join person p on p.id = who_is(c.person_id)
  where c.schedule_id = $3 and c.removed_at is null
  group by p.id order by lower(p.family_name), lower(p.given_name), p.id`;

type Recipient = Schedule['recipients'][number];

/** The reader's own schedules, and everybody's for the People Team. */
@Injectable()
export class ReadSchedules {
  constructor(private readonly sql: Sql) {}

  async page({ actor }: Ctx, { cursor, limit, show }: ScheduleQuery): Promise<SchedulePage> {
    const [after] = decodeCursor(cursor, 1);
    const values = [actor.personId, isOfTeam(actor), show === 'ended', after ?? null, limit + 1];
    return toPage(await this.sql.rows<ScheduleItem>('schedules', PAGE, values), limit, ({ id }) => [id]);
  }

  /** NotFound for everybody else's. */
  async one({ actor, today }: Ctx, id: string): Promise<Schedule> {
    const found = await this.sql.row<ScheduleItem>('schedule', ONE, [actor.personId, isOfTeam(actor), id]);
    if (!found) throw new NotFound();
    const rows = await this.sql.rows<Recipient & { seen: boolean }>('schedule-recipients', RECIPIENTS, [
      ...[actor.personId, today, id],
    ]);
    const recipients = rows.filter(({ seen }) => seen).map(({ seen: _seen, ...recipient }) => recipient);
    return { ...found, recipients, unseen: rows.length - recipients.length };
  }
}
