import { type Ctx, decodeCursor, likePattern, NotFound, Sql, toPage } from '@lms/api-platform';
import type { Equivalence, EquivalencePage, EquivalenceItem, EquivalenceQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { CURRENT, instant, nameOf, PEOPLE, RUN, SOURCE, SOURCE_JOINS, stateOf } from './equivalence.sql.js';

const ITEM = `e.id, ${SOURCE} as source, e.course_id as "courseId", t.title as "courseTitle", ${stateOf('$1::date')} as state,
  ${nameOf('e.owner_id')} as "ownerName", ${PEOPLE} as people`;
const FROM = `from equivalence e join course t on t.id = e.course_id ${SOURCE_JOINS} ${CURRENT}`;

/** $1 today, $2 words, $3 which, $4 of a course, $5 and $6 where to go on, $7 how many. */
const LIST = `
  select * from (
    select ${ITEM}, v.kind, (select title from course where id = v.remainder_course_id) as "remainderTitle", v.from_on::text as "fromOn",
      v.to_on::text as "toOn", v.limit_months as "limitMonths",
      exists (select from equivalence_version o where o.equivalence_id = e.id and o.state = 'in-review')
        or exists (select from equivalence_end x where x.equivalence_id = e.id and x.state = 'waiting') as waiting,
      v.state = 'active' and exists (select from equivalence_version o where o.equivalence_id = e.id and o.state in ('draft', 'in-review'))
        as "openDraft",
      lower(t.title || ' ' || coalesce(q.title, sc.title)) as sort
    ${FROM}
    where ($2::text is null or concat_ws(' ', t.title, t.code, q.title, q.issuer, q.code, qo.name, sc.title, sc.code) ilike $2)
      and ($4::uuid is null or e.course_id = $4)
  ) l
  where ($3::text = 'all' or ($3 = 'in-force' and state = 'in-force')
      or ($3 = 'open' and (waiting or "openDraft" or state in ('draft', 'in-review'))))
    and ($5::text is null or (sort, id) > ($5, $6::uuid))
  order by sort, id limit $7`;

const ONE = `
  select ${ITEM}, e.version, t.mandatory as "courseMandatory",
    (select json_agg(json_build_object('id', w.id, 'version', w.version, 'equivalenceId', w.equivalence_id, 'number', w.number,
        'state', w.state, 'kind', w.kind, 'remainderCourseId', w.remainder_course_id,
        'remainderTitle', (select title from course where id = w.remainder_course_id), 'fromOn', w.from_on, 'toOn', w.to_on,
        'limitMonths', w.limit_months, 'reason', w.reason, 'createdById', w.created_by, 'createdByName', ${nameOf('w.created_by')},
        'createdAt', ${instant('w.created_at')}, 'proposedById', w.proposed_by, 'proposedByName', ${nameOf('w.proposed_by')},
        'returnedReason', w.returned_reason, 'appliedByName', ${nameOf('w.applied_by')}, 'appliedAt', ${instant('w.applied_at')},
        'previewId', w.preview_id,
        'run', (select ${RUN} from equivalence_run r where r.equivalence_version_id = w.id and not r.dry limit 1)) order by w.number desc)
      from equivalence_version w where w.equivalence_id = e.id) as versions,
    coalesce((select json_agg(json_build_object('id', x.id, 'how', x.how, 'fromOn', x.from_on, 'reason', x.reason, 'people', x.people,
        'state', x.state, 'previewId', x.preview_id, 'askedById', x.asked_by, 'askedByName', ${nameOf('x.asked_by')},
        'askedAt', ${instant('x.asked_at')}, 'decidedByName', ${nameOf('x.decided_by')}, 'decision', x.decision,
        'run', case when x.how = 'retroactive' and x.state = 'done' then (select ${RUN} from equivalence_run r
          where r.equivalence_id = e.id and r.kind = 'withdraw' and not r.dry and r.requested_at >= x.asked_at
          order by r.requested_at limit 1) end) order by x.asked_at desc)
      from equivalence_end x where x.equivalence_id = e.id), '[]') as ends
  ${FROM} where e.id = $2`;

@Injectable()
export class ReadEquivalences {
  constructor(private readonly sql: Sql) {}

  async list(ctx: Ctx, query: EquivalenceQuery): Promise<EquivalencePage> {
    const [sort, id] = decodeCursor(query.cursor, 2);
    const values = [ctx.today, likePattern(query.q), query.show, query.courseId ?? null, sort, id, query.limit + 1];
    const rows = await this.sql.rows<EquivalenceItem & { sort: string }>('list-equivalences', LIST, values);
    const page = toPage(rows, query.limit, (row) => [row.sort, row.id]);
    return { ...page, items: page.items.map(({ sort: _, ...row }) => row) };
  }

  async one(ctx: Ctx, id: string): Promise<Equivalence> {
    const row = await this.sql.row<Equivalence>('get-equivalence', ONE, [ctx.today, id]);
    if (!row) throw new NotFound();
    return row;
  }
}
