import type { Ctx } from '@lms/api-platform';
import type { AudienceCount } from '@lms/contracts';
import { type AudiencePredicate, describeAudience } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Params } from './compile/params.js';
import { whomSql, NAMED_SQL } from './compile/whom-sql.js';
import { ORGANISATIONS } from './compile/predicate-sql.js';
import { idsIn, PredicateNames } from './predicate-names.js';

const SAMPLE = 8;

/** How many people an audience holds today, and some of them. */
@Injectable()
export class CountAudience {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: PredicateNames,
  ) {}

  async run(ctx: Ctx, predicate: AudiencePredicate): Promise<AudienceCount> {
    const params = new Params();
    const today = params.add(ctx.today, 'date');
    const [[found], names] = await Promise.all([
      this.dataSource.query<Omit<AudienceCount, 'words'>[]>(
        `with recursive ${ORGANISATIONS}, held as materialized (${whomSql(predicate, params, today)})
         select (select count(*)::int from held) as people, coalesce((
           select json_agg(${NAMED_SQL} order by p.family_name, p.given_name, p.id)
           from (select * from held order by md5(person_id::text) limit ${SAMPLE}) h join person p on p.id = h.person_id
         ), '[]') as sample`,
        params.values,
      ),
      this.names.of(idsIn(predicate)),
    ]);
    return { people: 0, sample: [], ...found, words: describeAudience(predicate, names) };
  }
}
