import { changeOf, csvOf, type Ctx, decodeCursor, NotFound, Sql, toPage, Transactions } from '@lms/api-platform';
import type { PageQuery, RuleEndPeople, RuleEndPerson, RuleEndPreview } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { SECOND_PERSON_ABOVE } from '../preview/read-preview.js';
import { digestOf, type Effect } from '../rehearsal/effects.js';
import { rehearseEnding } from './rehearse-ending.js';

type Named = Omit<RuleEndPerson, 'dueOn' | 'owedBefore' | 'owesStill' | 'staysOn'>;

const NAMES = `
  select distinct e.id as "engagementId", e.person_id as "personId", concat_ws(' ', w.given_name, w.family_name) as name,
    lower(concat_ws(' ', w.family_name, w.given_name)) as sort, e.job_role as "jobRole", o.name as "organisationName"
  from (
    select r.engagement_id from rule_version v
    join assignment_reason r on r.rule_version_id = v.id and r.kind = 'rule' and r.ended_at is null where v.rule_id = $1
    union
    select n.engagement_id from rule_version v
    join path_enrolment n on n.rule_version_id = v.id and n.state = 'open' where v.rule_id = $1
  ) l
  join engagement e on e.id = l.engagement_id
  join person w on w.id = e.person_id
  join organisation o on o.id = e.organisation_id`;

const PAGE = `
  select * from (${NAMES}) q where $2::text is null or (sort, "engagementId") > ($2, $3::uuid)
  order by sort, "engagementId" limit $4`;

const ORGANISATIONS = `
  select o.id as "organisationId", o.name, count(distinct e.person_id)::int as people
  from engagement e join organisation o on o.id = e.organisation_id
  where e.id = any ($1::uuid[]) group by o.id order by people desc, o.name`;

/** Finds what ending a rule would take from whom. Nothing is kept: whoever ends it says by the digest what they saw. */
@Injectable()
export class PreviewEnding {
  constructor(
    private readonly sql: Sql,
    private readonly transactions: Transactions,
  ) {}

  async one(ctx: Ctx, ruleId: string): Promise<RuleEndPreview> {
    const rule = await this.sql.row('rule-end-there', 'select from assignment_rule where id = $1', [ruleId]);
    if (!rule) throw new NotFound();
    const losing = await this.losing(ctx, ruleId, null);
    const people = countPeople(losing);
    return {
      people,
      digest: digestOf(losing),
      needsSecondPerson: people > SECOND_PERSON_ABOVE,
      oweStill: countPeople(losing.filter(({ owedAfter }) => owedAfter)),
      byOrganisation: await this.sql.rows('rule-end-organisations', ORGANISATIONS, [
        losing.map(({ engagementId }) => engagementId),
      ]),
    };
  }

  async people(ctx: Ctx, ruleId: string, query: z.infer<typeof PageQuery>): Promise<RuleEndPeople> {
    const [sort, engagement] = decodeCursor(query.cursor, 2);
    const values = [ruleId, sort, engagement, query.limit + 1];
    const rows = await this.sql.rows<Named & { sort: string }>('rule-end-people', PAGE, values);
    const page = toPage(rows, query.limit, (row) => [row.sort, row.engagementId]);
    const named = page.items.map(({ sort: _, ...person }) => person);
    const losing = await this.losing(
      ctx,
      ruleId,
      named.map(({ personId }) => personId),
    );
    return { ...page, items: withEffects(named, losing) };
  }

  async csv(ctx: Ctx, ruleId: string): Promise<string> {
    const named = await this.sql.rows<Named>('rule-end-csv', `${NAMES} order by sort, "engagementId"`, [ruleId]);
    const rows = withEffects(named, await this.losing(ctx, ruleId, null));
    return csvOf(
      ['Name', 'Organisation', 'Job role', 'Due', 'Owed for another reason too', 'Then due'],
      rows.map((row) => [
        ...[row.name, row.organisationName, row.jobRole, row.dueOn ?? ''],
        ...[row.owesStill ? 'yes' : '', row.staysOn ?? ''],
      ]),
    );
  }

  /** It is done and taken back, so nothing of it is written. */
  private losing(ctx: Ctx, ruleId: string, personIds: readonly string[] | null): Promise<Effect[]> {
    return this.transactions.run(changeOf(ctx), (tx) => rehearseEnding(tx, ctx, ruleId, personIds));
  }
}

const countPeople = (losing: readonly Effect[]): number => new Set(losing.map(({ personId }) => personId)).size;

/** Somebody who was given one thing by an earlier version and another one by the newest loses both: the first is told. */
function withEffects(named: readonly Named[], losing: readonly Effect[]): RuleEndPerson[] {
  const effects = new Map(losing.map((effect) => [effect.engagementId, effect]));
  return named.flatMap((person) => {
    const effect = effects.get(person.engagementId);
    if (!effect) return [];
    const { beforeOn, owedBefore, owedAfter, dueOn } = effect;
    return [{ ...person, dueOn: beforeOn, owedBefore, owesStill: owedAfter, staysOn: dueOn }];
  });
}
