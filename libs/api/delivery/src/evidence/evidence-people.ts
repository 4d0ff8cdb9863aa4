import { Injectable } from '@nestjs/common';
import { type Ctx, engagementSeenSql, NotFound, Sql } from '@lms/api-platform';
import type { EvidenceChoices, FoundPeople } from '@lms/contracts';
import { patternsOf } from '../practical/list-to-assess.js';

/** $1 actor, $2 today, $3 patterns. */
const FOUND = `
  select p.id, concat_ws(' ', p.given_name, p.family_name) as name, o.name as "organisationName", e.job_role as "jobRole"
  from person p
  join lateral (
    select x.organisation_id, x.job_role from engagement x
    where x.person_id = p.id and (x.ends_on is null or x.ends_on >= $2) order by ${engagementSeenSql('x.id', '$1', '$2')} desc, x.starts_on desc, x.id limit 1
  ) e on true
  join organisation o on o.id = e.organisation_id
  where p.erased_at is null and p.id <> $1
    and ($3::text[] is null or concat_ws(' ', p.given_name, p.known_as, p.family_name) ilike all ($3))
    and ((select holds_role($1, '{people-team}', $2)) or (p.id in (select coordinated_by($1, $2))) is true)
  order by lower(p.family_name), lower(p.given_name), p.id
  limit 20`;

/**
 * $1 person, $2 today, $3 who asks: an employer is told what its own reasons ask for, and how that stands. What is asked of the
 * person first.
 */
const CHOICES = `
  with sight as materialized (
    select sees_whole_record($3, $1, $2) as whole, array(select seen_engagements($3, $1, $2)) as seen
  ), asked as materialized (
    select a.course_id from sight g cross join lateral courses_asked_by($1, g.seen) a where not g.whole
  )
  select a.id as "activityId", a.title as "activityTitle", c.title as "courseTitle", k.told and coalesce(s.required, false) as required,
    case when g.whole or last.submitted_by = $3 or k.told and may_see_fact($3, $1, last.sent_on, $2) then last.state end as state,
    case when k.told and (s.lifetime or s.valid_until >= $2) then s.valid_until::text end as "validUntil"
  from sight g
  cross join course c
  cross join lateral (select g.whole or c.id in (select course_id from asked) as told) k
  left join standing_dates s on s.course_id = c.id and s.person_id = $1
  join course_version v on v.id = learner_version($1, c.id, $2)
  join activity a on a.course_version_id = v.id and a.kind = 'evidence'
  left join lateral (
    select e.state, e.submitted_by, (e.submitted_at at time zone 'Europe/London')::date as sent_on
    from evidence_submission e join attempt t on t.id = e.attempt_id
    where t.person_id = $1 and t.activity_id = a.id order by e.submitted_at desc limit 1
  ) last on true
  order by 4 desc, c.title, a.position
  limit 100`;

/** For whom somebody may send evidence, and what. */
@Injectable()
export class EvidencePeople {
  constructor(private readonly sql: Sql) {}

  async find(ctx: Ctx, q: string): Promise<FoundPeople> {
    const values = [ctx.actor.personId, ctx.today, patternsOf(q)];
    return { items: await this.sql.rows<FoundPeople['items'][number]>('evidence-people', FOUND, values) };
  }

  async choices(ctx: Ctx, personId: string): Promise<EvidenceChoices> {
    const may = await this.sql.row(
      'evidence-person',
      'select from person p where p.id = $2 and p.erased_at is null and may_send_evidence($1, p.id, $3)',
      [ctx.actor.personId, personId, ctx.today],
    );
    if (!may) throw new NotFound();
    const rows = await this.sql.rows<EvidenceChoices['items'][number]>('evidence-choices', CHOICES, [
      personId,
      ctx.today,
      ctx.actor.personId,
    ]);
    return { items: rows };
  }
}
