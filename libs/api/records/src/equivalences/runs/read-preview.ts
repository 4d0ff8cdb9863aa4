import { csvOf, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { CountedPeople, CountedPerson, EquivalencePreview, PageQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { instant, nameOf } from '../equivalence.sql.js';

/** Above so many people, one alone neither applies nor takes back. */
export const SECOND_PERSON_ABOVE = 100;

const PREVIEW = `
  select r.id, r.kind, r.dry, r.done, r.total, r.entries, ${instant('r.requested_at')} as "requestedAt", ${instant('r.done_at')} as "doneAt",
    ${nameOf('r.requested_by')} as "madeByName", coalesce(r.people, 0) as people,
    coalesce(r.people, 0) > ${SECOND_PERSON_ABOVE} or (r.kind = 'apply' and t.mandatory) as "needsSecondPerson",
    coalesce((select json_agg(json_build_object('courseId', g.id, 'title', g.title, 'people', g.people) order by g.people desc, g.title) from (
      select c.id, c.title, count(distinct w.person_id) as people from equivalence_run_row w join course c on c.id = w.course_id
      where w.run_id = r.id group by c.id) g), '[]') as courses,
    coalesce((select json_agg(json_build_object('before', g.standing_before, 'after', g.standing_after, 'people', g.people)
      order by g.people desc, g.standing_before, g.standing_after) from (
      select w.standing_before, w.standing_after, count(distinct w.person_id) as people from equivalence_run_row w
      where w.run_id = r.id and w.course_id = e.course_id group by 1, 2) g), '[]') as changes
  from equivalence_run r join equivalence e on e.id = r.equivalence_id join course t on t.id = e.course_id
  where r.id = $1 and r.dry`;

const PEOPLE = `
  select w.person_id as "personId", w.seq, concat_ws(' ', p.given_name, p.family_name) as name,
    lower(concat_ws(' ', p.family_name, p.given_name)) as sort,
    (select o.name from engagement g join organisation o on o.id = g.organisation_id where g.person_id = p.id
      order by (g.ends_on is null or g.ends_on >= r.requested_at::date) desc, g.starts_on desc limit 1) as "organisationName",
    c.title as "courseTitle", w.completed_on::text as "completedOn", w.valid_until::text as "validUntil",
    w.standing_before as before, w.standing_after as after
  from equivalence_run_row w join equivalence_run r on r.id = w.run_id join person p on p.id = w.person_id
  join course c on c.id = w.course_id where w.run_id = $1`;
const PAGE = `
  select * from (${PEOPLE}) q where $2::text is null or (sort, "personId", seq) > ($2, $3::uuid, $4::int)
  order by sort, "personId", seq limit $5`;

const HEADING = ['Name', 'Organisation', 'Course', 'Completed on', 'Valid to', 'Standing before', 'Standing after'];

@Injectable()
export class ReadPreview {
  constructor(private readonly sql: Sql) {}

  async one(id: string): Promise<EquivalencePreview> {
    const row = await this.sql.row<EquivalencePreview>('equivalence-preview', PREVIEW, [id]);
    if (!row) throw new NotFound();
    return row;
  }

  async people(id: string, query: z.infer<typeof PageQuery>): Promise<CountedPeople> {
    const [sort, person, seq] = decodeCursor(query.cursor, 3);
    const values = [id, sort, person, seq, query.limit + 1];
    const rows = await this.sql.rows<CountedPerson & { sort: string }>('counted-people', PAGE, values);
    const page = toPage(rows, query.limit, (row) => [row.sort, row.personId, row.seq]);
    return { ...page, items: page.items.map(({ sort: _, ...row }) => row) };
  }

  async csv(id: string): Promise<string> {
    await this.one(id);
    const rows = await this.sql.rows<CountedPerson>('counted-csv', `${PEOPLE} order by sort, "personId", w.seq`, [id]);
    return csvOf(
      HEADING,
      rows.map((row) => [
        row.name,
        row.organisationName,
        row.courseTitle,
        row.completedOn,
        row.validUntil ?? 'Does not expire',
        row.before,
        row.after,
      ]),
    );
  }
}
