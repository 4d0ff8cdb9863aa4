import { csvOf, decodeCursor, NotFound, Sql, toPage } from '@lms/api-platform';
import type { PreviewPeople, PreviewPeopleQuery, PreviewPerson, RulePreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { AsksAgain } from './asks-again.js';

/** Above so many people who get something by it or lose it, one alone does not apply or end a rule. */
export const SECOND_PERSON_ABOVE = 100;

const counts = (of: string): string =>
  ['gains', 'loses', 'moves', 'keeps']
    .map((effect) => `'${effect}', count(distinct ${of}.person_id) filter (where ${of}.effect = '${effect}')`)
    .join(', ');

/** Of those who gain it. */
const gaining = (which: string): string => `(select count(distinct r.person_id)::int from rule_preview_row r
      where r.rule_preview_id = p.id and r.effect = 'gains' and ${which})`;

const PREVIEW = `
  select p.id, p.rule_version_id as "ruleVersionId", to_char(p.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "madeAt",
    (select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = p.made_by) as "madeByName",
    p.on_date::text as "onDate", p.people, p.gains, p.loses, p.moves, p.keeps, greatest(p.people, p.loses) > ${SECOND_PERSON_ABOVE} as "needsSecondPerson",
    ${gaining('r.valid')} as valid, ${gaining('not r.valid and r.exempt_until is not null')} as exempt,
    ${gaining('not r.valid and r.exempt_until is null and r.owed_before')} as "oweAlready",
    (select count(distinct r.person_id)::int from rule_preview_row r where r.rule_preview_id = p.id and r.effect = 'loses' and r.owed_after) as "oweStill",
    (select count(*)::int from rule_preview_row r where r.rule_preview_id = p.id and r.too_soon) as "tooSoon",
    array(select coalesce(c.title, l.title) from (
        select distinct r.target from rule_preview_row r join rule_version v on v.id = p.rule_version_id
        where r.rule_preview_id = p.id and r.effect = 'loses' and r.target <> coalesce(v.course_id, v.path_id)) g
      left join course c on c.id = g.target left join learning_path l on l.id = g.target order by 1) as "insteadOf",
    coalesce((select json_agg(g.item order by g.weight desc, g.name) from (
      select o.name, count(*) filter (where r.effect <> 'keeps') as weight,
        json_build_object('organisationId', o.id, 'name', o.name, 'kind', o.kind, ${counts('r')}) as item
      from rule_preview_row r join engagement e on e.id = r.engagement_id join organisation o on o.id = e.organisation_id
      where r.rule_preview_id = p.id group by o.id) g), '[]') as "byOrganisation",
    coalesce((select json_agg(g.item order by g.weight desc, g.name) from (
      select s.name, count(*) filter (where r.effect <> 'keeps') as weight,
        json_build_object('schemeId', s.id, 'name', s.name, ${counts('r')}) as item
      from rule_preview_row r join engagement e on e.id = r.engagement_id join scheme s on s.id = any (e.scheme_ids)
      where r.rule_preview_id = p.id group by s.id) g), '[]') as "byScheme",
    coalesce((select json_agg(json_build_object('dueOn', g.due_on, 'people', g.people) order by g.due_on) from (
      select r.due_on, count(distinct r.person_id) as people from rule_preview_row r
      where r.rule_preview_id = p.id and r.effect = 'gains' and not r.valid and r.exempt_until is null
      group by r.due_on) g), '[]') as "dueDates"
  from rule_preview p where p.id = $1`;

export const PEOPLE = `
  select r.engagement_id as "engagementId", r.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    lower(concat_ws(' ', w.family_name, w.given_name)) as sort, e.job_role as "jobRole", o.name as "organisationName", r.effect,
    r.due_on::text as "dueOn", r.before_on::text as "beforeOn", r.policy_due_on::text as "policyDueOn", r.too_soon as "tooSoon", r.valid, r.owed_before as "owedBefore", r.owed_after as "owedAfter", r.exempt_until::text as "exemptUntil"
  from rule_preview_row r
  join person w on w.id = r.person_id
  join engagement e on e.id = r.engagement_id
  join organisation o on o.id = e.organisation_id
  where r.rule_preview_id = $1`;

const PAGE = `
  select * from (${PEOPLE}
    and ($2::text is null or r.effect = $2) and ($3::uuid is null or o.id = $3) and ($4::boolean is null or r.too_soon = $4)) q
  where $5::text is null or (sort, "engagementId") > ($5, $6::uuid)
  order by sort, "engagementId" limit $7`;

@Injectable()
export class ReadPreview {
  constructor(
    private readonly sql: Sql,
    private readonly again: AsksAgain,
  ) {}

  async one(id: string): Promise<RulePreview> {
    const row = await this.sql.row<Omit<RulePreview, 'again'>>('rule-preview', PREVIEW, [id]);
    if (!row) throw new NotFound();
    return { ...row, again: await this.again.of(id, row.onDate) };
  }

  async people(id: string, query: PreviewPeopleQuery): Promise<PreviewPeople> {
    const [sort, engagement] = decodeCursor(query.cursor, 2);
    const values = [
      id,
      query.effect ?? null,
      query.organisationId ?? null,
      query.tooSoon === undefined ? null : query.tooSoon === 'true',
      sort,
      engagement,
      query.limit + 1,
    ];
    const rows = await this.sql.rows<PreviewPerson & { sort: string }>('preview-people', PAGE, values);
    const page = toPage(rows, query.limit, (row) => [row.sort, row.engagementId]);
    return { ...page, items: page.items.map(({ sort: _, ...person }) => person) };
  }

  /** Everybody, as a file for spreadsheets. */
  async csv(id: string): Promise<string> {
    await this.sql.row('rule-preview-there', 'select from rule_preview where id = $1', [id]).then((row) => {
      if (!row) throw new NotFound();
    });
    const rows = await this.sql.rows<PreviewPerson>(
      'preview-csv',
      `${PEOPLE} order by r.effect, sort, r.engagement_id`,
      [id],
    );
    const head = [
      ...['Name', 'Organisation', 'Job role', 'Effect', 'Due', 'Due before', 'Too soon', 'Valid already'],
      ...['Owed before', 'Owed then', 'Exempt until'],
    ];
    const lines = rows.map((row) => [
      row.name,
      row.organisationName,
      row.jobRole,
      row.effect,
      row.dueOn ?? '',
      row.beforeOn ?? '',
      row.tooSoon ? 'yes' : '',
      row.valid ? 'yes' : '',
      row.owedBefore ? 'yes' : '',
      row.owedAfter ? 'yes' : '',
      row.exemptUntil ?? '',
    ]);
    return csvOf(head, lines);
  }
}
