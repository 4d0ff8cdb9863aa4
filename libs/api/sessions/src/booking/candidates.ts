import type { Ctx, Tx } from '@lms/api-platform';
import type { Candidate } from '@lms/domain';
import { dayOf, instantSql } from '../shared/instant.sql.js';

/** What is known of somebody who may be booked, and under which employment they would come. */
export interface KnownCandidate extends Candidate {
  personId: string;
  name: string;
  engagementId: string | null;
  /** Their booking of the session, if they have one. */
  held: { id: string; state: 'booked' | 'waiting'; turn: number | null; key: string; bookedBy: string } | null;
  /** Booked with the same key before, and cancelled since. */
  undone: boolean;
}

type Row = Omit<KnownCandidate, 'others' | 'booking' | 'engaged'> & { others: { startsAt: string; endsAt: string }[] };

/**
 * $1 who asks, $2 today, $3 the session, $4 people, $5 a key; those who are seen, in the order in which they are asked for.
 * Of several employments the one that the session is for; no other than the asker sees.
 */
const CANDIDATES = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, e.id as "engagementId",
    coalesce(e.open, false) as open, coalesce(e.away, false) as "onLeave",
    (select json_build_object('id', b.id, 'state', b.state, 'key', b.key, 'bookedBy', b.booked_by,
        'turn', case when b.state = 'waiting' then (
          select count(*) from session_booking o where o.session_id = s.id and o.state = 'waiting' and o.queue <= b.queue) end)
      from session_booking b where b.session_id = s.id and b.person_id = p.id and b.state <> 'cancelled') as held,
    exists (select from session_booking b
      where b.session_id = s.id and b.person_id = p.id and b.key = $5 and b.booked_by = $1 and b.state = 'cancelled') as undone,
    exists (select from session_trainer t where t.session_id = s.id and same_person(t.person_id, p.id)) as trains,
    (select json_build_object('until', case when not d.lifetime then d.valid_until end)
      from standing_dates d
      where d.person_id = p.id and d.course_id = s.course_id and standing_on(d.*, ${dayOf('s.starts_at')}) = 'valid'
        and (sees_whole_record($1, p.id, $2) or exists (
          select from courses_asked_by(p.id, array(select seen_engagements($1, p.id, $2))) q where q.course_id = s.course_id))) as valid,
    (select coalesce(json_agg(json_build_object('startsAt', ${instantSql('o.starts_at')}, 'endsAt', ${instantSql('o.ends_at')}) order by o.starts_at), '[]')
      from training_session o
      where o.state = 'planned' and o.id <> s.id and o.starts_at < s.ends_at + interval '1 day' and o.ends_at > s.starts_at - interval '1 day'
        and (exists (select from session_booking b where b.session_id = o.id and b.person_id = p.id and b.state <> 'cancelled')
          or exists (select from session_trainer t where t.session_id = o.id and t.person_id = p.id))) as others
  from training_session s
  cross join unnest($4::uuid[]) with ordinality k(id, place)
  join person p on p.id = k.id and p.erased_at is null and not exists (select from person_alias i where i.person_id = p.id)
  cross join (select holds_role($1, '{people-team,auditor}', $2) as all_seen) r
  left join lateral (
    select x.id, session_is_open_to(s.id, x.organisation_id) as open, exists (
        select from leave_of_absence l
        where l.engagement_id = x.id and l.withdrawn_at is null and ${dayOf('s.starts_at')} between l.from_on and l.to_on) as away
    from engagement x
    where x.person_id = p.id and x.starts_on <= ${dayOf('s.starts_at')} and (x.ends_on is null or x.ends_on >= ${dayOf('s.starts_at')})
      and (r.all_seen or x.id in (select engagements_in_scope($1, $2)))
    order by 2 desc, 3, x.starts_on, x.id limit 1
  ) e on true
  where s.id = $3 and (r.all_seen or (p.id in (select people_in_scope($1, $2))) is true)
  order by k.place`;

/** Those of these people whom the actor sees. */
export async function candidatesOf(
  tx: Pick<Tx, 'query'>,
  ctx: Ctx,
  asked: { sessionId: string; personIds: readonly string[]; key: string | null },
): Promise<KnownCandidate[]> {
  const rows: Row[] = await tx.query(CANDIDATES, [
    ...[ctx.actor.personId, ctx.today, asked.sessionId, asked.personIds, asked.key],
  ]);
  return rows.map((row) => ({
    ...row,
    engaged: row.engagementId !== null,
    booking: row.held && { turn: row.held.turn },
    others: row.others.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })),
  }));
}
