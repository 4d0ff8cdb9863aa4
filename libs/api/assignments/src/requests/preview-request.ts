import { type Ctx, engagementSeenSql, Transactions, changeOf } from '@lms/api-platform';
import type { PreviewRequest as Request, RequestPreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { assertPublished } from './assert-published.js';
import { choosePeople } from './chosen-people.js';
import { needsSecond } from './needs-second.js';

type Counted = Pick<RequestPreview, 'gaining' | 'valid' | 'asked' | 'people'>;

/**
 * $1 course, $2 people, $3 their engagements, $4 today, $5 path, $6 who asks: what another employer asks is nobody's to be told.
 * The first hundred, those who gain before those who have it.
 */
const PREVIEW = `
  with people as materialized (
    select k.person_id, p.given_name, p.family_name, o.short_name as organisation,
      case when n.id is not null or a.id is not null and not (coalesce(a.opens_on > $4, false) and v.valid) then 'asked' when v.valid then 'valid' end as has
    from unnest($2::uuid[], $3::uuid[]) k(person_id, engagement_id)
    join person p on p.id = k.person_id
    join engagement e on e.id = k.engagement_id
    join organisation o on o.id = e.organisation_id
    left join assignment a on a.person_id = k.person_id and a.course_id = $1 and a.state = 'open' and exists (
      select from assignment_reason r left join path_enrolment w on w.id = r.path_enrolment_id
      cross join lateral (select coalesce(r.engagement_id, w.engagement_id) as id) g
      where r.assignment_id = a.id and r.ended_at is null and (g.id is null or ${engagementSeenSql('g.id', '$6', '$4')}))
    left join path_enrolment n on n.engagement_id = k.engagement_id and n.path_id = $5 and n.state = 'open'
    left join standing_dates d on d.person_id = k.person_id and d.course_id = $1
    cross join lateral (select coalesce(d.lifetime or d.valid_until >= $4, false) as valid) v
  )
  select count(*) filter (where has is null)::int as gaining, count(*) filter (where has = 'valid')::int as valid,
    count(*) filter (where has = 'asked')::int as asked, coalesce((
      select json_agg(json_build_object('personId', x.person_id, 'name', concat_ws(' ', x.given_name, x.family_name),
        'organisationName', x.organisation, 'has', x.has) order by x.has nulls first, x.family_name, x.given_name, x.person_id)
      from (select * from people order by has nulls first, family_name, given_name, person_id limit 100) x
    ), '[]') as people
  from people`;

/** Who would get a course or a path, who has it already, and which pasted lines named nobody. Changes nothing. */
@Injectable()
export class PreviewRequest {
  constructor(private readonly transactions: Transactions) {}

  run(ctx: Ctx, { courseId, pathId, chosen }: Request): Promise<RequestPreview> {
    return this.transactions.run(changeOf(ctx), async (tx) => {
      await assertPublished(tx, { courseId, pathId });
      const { people, unmatched } = await choosePeople(tx, ctx, chosen);
      const rows: Counted[] = await tx.query(PREVIEW, [
        courseId,
        people.map((p) => p.personId),
        people.map((p) => p.engagementId),
        ctx.today,
        pathId,
        ctx.actor.personId,
      ]);
      const counted = rows[0] ?? { gaining: 0, valid: 0, asked: 0, people: [] };
      return { ...counted, total: people.length, needsSecond: needsSecond(people.length), unmatched };
    });
  }
}
