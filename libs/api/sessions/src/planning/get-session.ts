import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { TrainingSession } from '@lms/contracts';
import { checkInTimes } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { dayOf, instantSql, nameSql } from '../shared/instant.sql.js';
import { LISTED, LISTED_FROM } from '../shared/listed-session.sql.js';
import { OPEN_TO, SESSION_KEPT, SESSION_SEEN } from '../shared/session-seen.sql.js';

type Row = Omit<TrainingSession, 'may' | 'checkIn'> & { kept: boolean; toCome: boolean; suits: boolean };

/** $3 now, $4 which. The link to join is for who is booked, trains, or sees everybody. */
const ONE = `
  with recursive ${OPEN_TO}
  select ${LISTED}, k.kept, s.state = 'planned' and s.starts_at > $3 as "toCome",
    case when k.kept or holds_role($1, '{auditor}', $2)
      or exists (select from session_booking b where b.session_id = s.id and b.person_id = $1 and b.state = 'booked')
      then s.join_url end as "joinUrl",
    s.note, (select count(*)::int from activity o where o.course_version_id = a.course_version_id and o.id <> a.id) as "otherActivities",
    case when k.kept then (
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by lower(o.name)), '[]')
      from session_organisation x join organisation o on o.id = x.organisation_id where x.session_id = s.id) end as organisations,
    s.cancel_reason as "cancelReason", ${instantSql('s.closed_at')} as "closedAt", ${nameSql('s.closed_by')} as "closedByName",
    case when s.state = 'held' then (
      select count(*)::int from session_booking b where b.session_id = s.id and b.attendance = 'present' and b.state = 'booked') end as present,
    not exists (select from session_trainer t where t.session_id = s.id and t.person_id = $1) and exists (
      select from engagement e where e.person_id = $1 and e.starts_on <= ${dayOf('s.starts_at')}
        and (e.ends_on is null or e.ends_on >= ${dayOf('s.starts_at')}) and session_is_open_to(s.id, e.organisation_id)) as suits
  from ${LISTED_FROM} cross join lateral (select ${SESSION_KEPT} as kept) k
  where s.id = $4 and ${SESSION_SEEN}`;

@Injectable()
export class GetSession {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, id: string): Promise<TrainingSession> {
    const row = await this.sql.row<Row>('session', ONE, [ctx.actor.personId, ctx.today, ctx.now, id]);
    if (!row) throw new NotFound();
    const { kept, toCome, suits, ...session } = row;
    const may = (permission: 'record.write' | 'assignments.write') => ctx.actor.permissions.has(permission);
    return {
      ...session,
      checkIn: shownTimes(session),
      may: {
        change: kept && may('record.write') && session.state === 'planned',
        register: kept && may('record.write') && session.state !== 'cancelled',
        bookMyself: toCome && suits && session.mine === null,
        bookOthers: toCome && may('assignments.write'),
      },
    };
  }
}

/** When the code counts, as the contracts have it. */
export function shownTimes(session: { startsAt: string; endsAt: string }): { opensAt: string; closesAt: string } {
  const { opensAt, closesAt } = checkInTimes({
    startsAt: Date.parse(session.startsAt),
    endsAt: Date.parse(session.endsAt),
  });
  return { opensAt: new Date(opensAt).toISOString(), closesAt: new Date(closesAt).toISOString() };
}
