import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { AudienceRule, AudienceRules } from '@lms/contracts';
import { type AudiencePredicate, describeAudience } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { idsIn, PredicateNames } from './predicate-names.js';

type Row = Omit<AudienceRule, 'words'> & { predicate: AudiencePredicate };

/** $1 audience, $2 today. */
const RULES = `
  select * from (
    select distinct on (u.id) u.id, u.name, v.number, v.predicate, v.predicate = a.predicate as same,
      case when v.state = 'active' and v.ends_on < $2 then case when v.superseded_by is null then 'ended' else 'replaced' end
        when v.state <> 'active' then v.state
        when v.effective_on > $2 then 'planned' else 'in-force' end as state,
      (select w.number from rule_version w where w.rule_id = u.id and w.state in ('draft', 'in-review', 'approved')) as "openNumber"
    from audience a join rule_version v on v.audience_id = a.id join assignment_rule u on u.id = v.rule_id
    where a.id = $1
    order by u.id, v.number desc
  ) r
  order by r.state in ('ended', 'replaced'), lower(r.name), r.id limit 200`;

/** Which rules were made with an audience, and which of their copies say something else by now. */
@Injectable()
export class AudienceRulesQuery {
  constructor(
    private readonly sql: Sql,
    private readonly names: PredicateNames,
  ) {}

  async run(ctx: Ctx, id: string): Promise<AudienceRules> {
    const there = await this.sql.row('audience-there', 'select from audience where id = $1', [id]);
    if (!there) throw new NotFound();
    const rows = await this.sql.rows<Row>('audience-rules', RULES, [id, ctx.today]);
    const names = await this.names.of(rows.flatMap(({ predicate }) => idsIn(predicate)));
    return { items: rows.map(({ predicate, ...rule }) => ({ ...rule, words: describeAudience(predicate, names) })) };
  }
}
