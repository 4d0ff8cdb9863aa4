import { NotFound, Sql } from '@lms/api-platform';
import type { AudienceChange, AudienceHistory } from '@lms/contracts';
import { type AudiencePredicate, describeAudience } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { idsIn, PredicateNames } from './predicate-names.js';

interface Row extends Omit<AudienceChange, 'words' | 'wordsBefore'> {
  predicate: AudiencePredicate;
  predicateBefore: AudiencePredicate | null;
}

/** $1 audience. Where only its row was written again, nothing was changed. */
const HISTORY = `
  with told as (
    select h.id, h.known_from, h.actor_id, h.row ->> 'name' as name, h.row -> 'predicate' as predicate,
      lag(h.row ->> 'name') over w as "nameBefore", lag(h.row -> 'predicate') over w as "predicateBefore"
    from row_history h where h.entity = 'audience' and h.entity_id = $1 and h.op <> 'delete'
    window w as (order by h.id)
  )
  select to_char(t.known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, t.name, t.predicate,
    t."nameBefore", t."predicateBefore",
    (select concat_ws(' ', p.given_name, p.family_name) from person p where p.id = t.actor_id) as "byName"
  from told t
  where (t.name, t.predicate) is distinct from (t."nameBefore", t."predicateBefore")
  order by t.id desc limit 100`;

/** Who saved an audience, when, and what it was before, as the history of its row has it. */
@Injectable()
export class AudienceHistoryQuery {
  constructor(
    private readonly sql: Sql,
    private readonly names: PredicateNames,
  ) {}

  async run(id: string): Promise<AudienceHistory> {
    const there = await this.sql.row('audience-there', 'select from audience where id = $1', [id]);
    if (!there) throw new NotFound();
    const rows = await this.sql.rows<Row>('audience-history', HISTORY, [id]);
    const said = rows.flatMap((row) => [row.predicate, row.predicateBefore]).filter((one) => one !== null);
    const names = await this.names.of(said.flatMap(idsIn));
    return {
      items: rows.map(({ predicate, predicateBefore, ...change }) => ({
        ...change,
        words: describeAudience(predicate, names),
        wordsBefore: predicateBefore && describeAudience(predicateBefore, names),
      })),
    };
  }
}
