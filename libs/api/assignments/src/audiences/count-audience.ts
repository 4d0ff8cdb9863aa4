import type { Ctx } from '@lms/api-platform';
import type { AudienceCount } from '@lms/contracts';
import { type AudiencePredicate, describeAudience } from '@lms/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Params } from './compile/params.js';
import { live, ORGANISATIONS, predicateSql } from './compile/predicate-sql.js';
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
        `with recursive ${ORGANISATIONS}, held as materialized (
           select distinct on (e.person_id) e.person_id, e.job_role, o.short_name
           from engagement e join org o on o.id = e.organisation_id
           where ${live(today)} and ${predicateSql(predicate, params, today)}
           order by e.person_id, e.starts_on
         )
         select (select count(*)::int from held) as people, coalesce((
           select json_agg(json_build_object('personId', s.person_id, 'name', concat_ws(' ', p.given_name, p.family_name),
             'jobRole', s.job_role, 'organisationName', s.short_name) order by p.family_name, p.given_name, p.id)
           from (select * from held order by md5(person_id::text) limit ${SAMPLE}) s join person p on p.id = s.person_id
         ), '[]') as sample`,
        params.values,
      ),
      this.names.of(idsIn(predicate)),
    ]);
    return { people: 0, sample: [], ...found, words: describeAudience(predicate, names) };
  }
}
