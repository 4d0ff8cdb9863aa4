import { likePattern, Sql } from '@lms/api-platform';
import type { OutsideQualification, OutsideQualifications } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

const LIST = `
  select q.id, q.kind, coalesce(nullif(q.issuer, ''), o.name) as by, q.organisation_id as "organisationId", q.code, q.title
  from outside_qualification q left join organisation o on o.id = q.organisation_id
  where $1::text is null or concat_ws(' ', q.title, q.code, q.issuer, o.name) ilike $1
  order by lower(q.title), q.id limit 50`;

/** What has been named before, so that people write it the same way. */
@Injectable()
export class ListOutside {
  constructor(private readonly sql: Sql) {}

  async run(q: string | undefined): Promise<OutsideQualifications> {
    return { items: await this.sql.rows<OutsideQualification>('list-outside', LIST, [likePattern(q)]) };
  }
}
