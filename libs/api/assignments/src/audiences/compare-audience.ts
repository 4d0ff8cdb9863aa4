import { type Ctx, NotFound } from '@lms/api-platform';
import type { AudienceDifference } from '@lms/contracts';
import type { AudiencePredicate } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { whomSql, NAMED_SQL } from './compile/whom-sql.js';
import { Params } from './compile/params.js';
import { ORGANISATIONS } from './compile/predicate-sql.js';

const NAMED = 25;

/** Whom a change to a saved audience would take in and leave out today. Nothing is changed by it. */
@Injectable()
export class CompareAudience {
  constructor(private readonly dataSource: DataSource) {}

  async run(ctx: Ctx, id: string, predicate: AudiencePredicate): Promise<AudienceDifference> {
    const [saved] = await this.dataSource.query<{ predicate: AudiencePredicate }[]>(
      'select predicate from audience where id = $1',
      [id],
    );
    if (!saved) throw new NotFound();
    const params = new Params();
    const today = params.add(ctx.today, 'date');
    const [found] = await this.dataSource.query<AudienceDifference[]>(
      `with recursive ${ORGANISATIONS},
         was as materialized (${whomSql(saved.predicate, params, today)}),
         will as materialized (${whomSql(predicate, params, today)}),
         joins as materialized (select * from will w where not exists (select from was where person_id = w.person_id)),
         goes as materialized (select * from was w where not exists (select from will where person_id = w.person_id))
       select (select count(*)::int from was) as before, (select count(*)::int from will) as after,
         (select count(*)::int from joins) as gains, (select count(*)::int from goes) as leaves,
         ${first('joins')} as gaining, ${first('goes')} as leaving`,
      params.values,
    );
    return { before: 0, after: 0, gains: 0, leaves: 0, gaining: [], leaving: [], ...found };
  }
}

const first = (people: string): string => `coalesce((
  select json_agg(n.person order by n.family_name, n.given_name, n.id) from (
    select ${NAMED_SQL} as person, p.family_name, p.given_name, p.id
    from ${people} h join person p on p.id = h.person_id order by p.family_name, p.given_name, p.id limit ${NAMED}
  ) n
), '[]')`;
