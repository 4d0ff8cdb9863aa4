import { decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { AffectedPeople as Affected, PageQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

/** Enrolments on other versions of the path of version $1 that are not finished on $2: those that `move` moves. */
const AFFECTED = `
  select n.id as "enrolmentId", n.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    o.short_name as "organisationName", n.anchor_on::text as "startsOn", x.number as "versionNumber", k.done, k.total
  from path_version v
  cross join lateral path_counts((
    select array_agg(r.id) from path_enrolment r where r.path_id = v.path_id and r.state = 'open' and r.path_version_id <> v.id
  ), $2) k
  join path_enrolment n on n.id = k.enrolment_id
  join path_version x on x.id = n.path_version_id
  join person w on w.id = n.person_id
  join engagement g on g.id = n.engagement_id
  join organisation o on o.id = g.organisation_id
  where v.id = $1 and k.done < k.total`;
const COUNT = `select count(*)::int as people from (${AFFECTED}) a`;
const PAGE = `
  select * from (${AFFECTED}) a
  where ($3::text is null or (lower(name), "enrolmentId") > ($3, $4::uuid))
  order by lower(name), "enrolmentId" limit $5`;

/** Whom publishing a version would move, before anybody decides it. */
@Injectable()
export class AffectedPeople {
  constructor(private readonly sql: Sql) {}

  async run(id: string, today: string, query: z.infer<typeof PageQuery>): Promise<Affected> {
    const version = await this.sql.row('path-version-there', 'select from path_version where id = $1', [id]);
    if (!version) throw new NotFound();
    const [name, enrolmentId] = decodeCursor(query.cursor, 2);
    const [counted, rows] = await Promise.all([
      this.sql.row<{ people: number }>('affected-count', COUNT, [id, today]),
      this.sql.rows<Affected['items'][number]>('affected-people', PAGE, [
        id,
        today,
        name,
        enrolmentId,
        query.limit + 1,
      ]),
    ]);
    const page = toPage(rows, query.limit, (row) => [row.name.toLowerCase(), row.enrolmentId]);
    return { ...page, people: counted?.people ?? 0 };
  }
}
