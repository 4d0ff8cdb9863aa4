import { csvOf, decodeCursor, NotFound, Sql, toPage, type Tx } from '@lms/api-platform';
import type { PageQuery, RuleEndPeople, RuleEndPerson, RuleEndPreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { SECOND_PERSON_ABOVE } from '../preview/read-preview.js';
import { LOSING, LOSING_DIGEST } from './losing.sql.js';

const PREVIEW = `
  with ${LOSING}
  select (select count(distinct person_id)::int from losing) as people, ${LOSING_DIGEST} as digest,
    (select count(distinct person_id) from losing) > ${SECOND_PERSON_ABOVE} as "needsSecondPerson",
    (select count(distinct person_id)::int from losing where owes_still) as "oweStill",
    coalesce((select json_agg(json_build_object('organisationId', o.id, 'name', o.name, 'people', o.people) order by o.people desc, o.name) from (
      select o.id, o.name, count(distinct l.person_id)::int as people
      from losing l join engagement e on e.id = l.engagement_id join organisation o on o.id = e.organisation_id group by o.id
    ) o), '[]') as "byOrganisation"
  from assignment_rule u where u.id = $1`;

const PEOPLE = `
  with ${LOSING}
  select l.engagement_id as "engagementId", l.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    lower(concat_ws(' ', w.family_name, w.given_name)) as sort, e.job_role as "jobRole", o.name as "organisationName",
    l.due_on::text as "dueOn", l.owes_still as "owesStill"
  from losing l
  join person w on w.id = l.person_id
  join engagement e on e.id = l.engagement_id
  join organisation o on o.id = e.organisation_id`;

const PAGE = `
  select * from (${PEOPLE}) q where $2::text is null or (sort, "engagementId") > ($2, $3::uuid)
  order by sort, "engagementId" limit $4`;

/** Works out what ending a rule would take from whom. Nothing is kept: whoever ends it says by the digest what they saw. */
@Injectable()
export class PreviewEnding {
  constructor(private readonly sql: Sql) {}

  async one(ruleId: string): Promise<RuleEndPreview> {
    const row = await this.sql.row<RuleEndPreview>('rule-end-preview', PREVIEW, [ruleId]);
    if (!row) throw new NotFound();
    return row;
  }

  async people(ruleId: string, query: z.infer<typeof PageQuery>): Promise<RuleEndPeople> {
    const [sort, engagement] = decodeCursor(query.cursor, 2);
    const values = [ruleId, sort, engagement, query.limit + 1];
    const rows = await this.sql.rows<RuleEndPerson & { sort: string }>('rule-end-people', PAGE, values);
    const page = toPage(rows, query.limit, (row) => [row.sort, row.engagementId]);
    return { ...page, items: page.items.map(({ sort: _, ...person }) => person) };
  }

  async csv(ruleId: string): Promise<string> {
    const rows = await this.sql.rows<RuleEndPerson>('rule-end-csv', `${PEOPLE} order by sort, "engagementId"`, [
      ruleId,
    ]);
    return csvOf(
      ['Name', 'Organisation', 'Job role', 'Due', 'Owed for another reason too'],
      rows.map((row) => [row.name, row.organisationName, row.jobRole, row.dueOn ?? '', row.owesStill ? 'yes' : '']),
    );
  }
}

/** The same inside the transaction that ends it. */
export async function losingNow(tx: Tx, ruleId: string): Promise<Pick<RuleEndPreview, 'people' | 'digest'>> {
  const rows: RuleEndPreview[] = await tx.query(PREVIEW, [ruleId]);
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
