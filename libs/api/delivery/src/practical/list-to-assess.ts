import { Injectable } from '@nestjs/common';
import { type Ctx, decodeCursor, engagementSeenSql, likePattern, Sql, toPage } from '@lms/api-platform';
import type { ToAssessItem, ToAssessPage, ToAssessQuery } from '@lms/contracts';
import { signBasisSql } from './may-sign.sql.js';

type Row = ToAssessItem & { since: string; attemptId: string };

/** $1 actor, $2 today, $3 patterns that must all be found, $4 and $5 the last row before this page, $6 rows. */
const TO_ASSESS = `
  select w.* from (
    select t.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
      o.name as "organisationName", e.job_role as "jobRole",
      a.id as "activityId", a.title as "activityTitle", c.title as "courseTitle",
      to_char(q.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt", coalesce(q.note, '') as note,
      -- Whoever sees one employment of several is not told what the others ask.
      case when e.all_seen or e.seen is not true then s.due_on::text end as "dueOn", d.id as "assessmentId", t.id as "attemptId",
      to_char(coalesce(q.asked_at, d.started_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as since
    from attempt t
    join activity a on a.id = t.activity_id
    join course c on c.id = t.course_id
    join person p on p.id = t.person_id
    left join practical_request q on q.attempt_id = t.id and q.closed_at is null
    left join practical_draft d on d.attempt_id = t.id and d.assessor_id = $1
    left join standing_dates s on s.person_id = t.person_id and s.course_id = t.course_id
    left join lateral (
      select x.organisation_id, x.job_role, x.seen, bool_and(x.seen) over () as all_seen
      from (select y.*, ${engagementSeenSql('y.id', '$1', '$2')} as seen from engagement y where y.person_id = t.person_id) x
      where x.ends_on is null or x.ends_on >= $2 order by x.seen desc, x.starts_on desc, x.id limit 1
    ) e on true
    left join organisation o on o.id = e.organisation_id
    where t.id in (
        select r.attempt_id from practical_request r where r.closed_at is null
        union select r.attempt_id from practical_draft r where r.assessor_id = $1
      )
      and t.state = 'open' and a.kind = 'practical' and p.erased_at is null
      and ($3::text[] is null or concat_ws(' ', p.given_name, p.known_as, p.family_name, c.title, a.title) ilike all ($3))
      and ${signBasisSql({ actor: '$1', today: '$2', person: 't.person_id', settings: 'a.settings', asked: 'q.id is not null' })} is not null
  ) w
  where (w.since, w."attemptId") > ($4::text, $5::uuid)
  order by w.since, w."attemptId"
  limit $6`;

/** Before everything, so that the first page needs no statement of its own. */
const BEFORE_ALL = ['', '00000000-0000-0000-0000-000000000000'] as const;

/** Who waits for the actor's signature, whoever asked first coming first, and what the actor has begun. */
@Injectable()
export class ListToAssess {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, query: ToAssessQuery): Promise<ToAssessPage> {
    const after = decodeCursor(query.cursor, BEFORE_ALL.length);
    const rows = await this.sql.rows<Row>('to-assess', TO_ASSESS, [
      ctx.actor.personId,
      ctx.today,
      patternsOf(query.q),
      ...BEFORE_ALL.map((first, i) => after[i] ?? first),
      query.limit + 1,
    ]);
    const page = toPage(rows, query.limit, (row) => [row.since, row.attemptId]);
    return { ...page, items: page.items.map(({ since: _s, attemptId: _a, ...item }) => item) };
  }
}

const MOST_WORDS = 8;

/** A pattern for each word that was typed; null when nothing was. */
export function patternsOf(typed: string | undefined): string[] | null {
  const words = (typed ?? '').split(/\s+/u).filter((word) => word !== '');
  return words.length === 0 ? null : words.slice(0, MOST_WORDS).flatMap((word) => likePattern(word) ?? []);
}
