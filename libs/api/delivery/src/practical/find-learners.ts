import { Injectable } from '@nestjs/common';
import { type Ctx, engagementSeenSql, inScopeSql, Sql } from '@lms/api-platform';
import type { FoundPeople } from '@lms/contracts';
import { patternsOf } from './list-to-assess.js';

/** $1 actor, $2 today, $3 patterns. People who are engaged or will be, never the actor. */
const FOUND = `
  select p.id, concat_ws(' ', p.given_name, p.family_name) as name, o.name as "organisationName", e.job_role as "jobRole"
  from person p
  join lateral (
    select x.organisation_id, x.job_role from engagement x
    where x.person_id = p.id and (x.ends_on is null or x.ends_on >= $2) order by ${engagementSeenSql('x.id', '$1', '$2')} desc, x.starts_on desc, x.id limit 1
  ) e on true
  join organisation o on o.id = e.organisation_id
  where p.erased_at is null and not same_person(p.id, $1)
    and ($3::text[] is null or concat_ws(' ', p.given_name, p.known_as, p.family_name) ilike all ($3))
    and ${inScopeSql('p.id', '$1', '$2')}
  order by lower(p.family_name), lower(p.given_name), p.id
  limit 20`;

/** The first few people in the assessor's scope whom a search finds: for starting without being asked. */
@Injectable()
export class FindLearners {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, q: string): Promise<FoundPeople> {
    const items = await this.sql.rows<FoundPeople['items'][number]>('find-learners', FOUND, [
      ctx.actor.personId,
      ctx.today,
      patternsOf(q),
    ]);
    return { items };
  }
}
