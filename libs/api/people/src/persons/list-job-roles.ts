import { type Ctx, engagementSeenSql, likePattern, Sql } from '@lms/api-platform';
import type { JobRoleQuery, JobRoles } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { liveSql } from '../shared/sql-text.js';

/** As many as are worth choosing from; whoever looks for another one types a letter of it. */
const MOST = 20;

/** Two ways to write a role with capitals are one role. */
const JOB_ROLES = `
  select min(e.job_role) as name, count(distinct e.person_id)::int as people
  from engagement e join person p on p.id = e.person_id
  where p.erased_at is null and ${liveSql('e', '$2')} and ${engagementSeenSql('e.id', '$1', '$2')}
    and ($3::text is null or e.job_role ilike $3)
  group by lower(e.job_role)
  order by 2 desc, 1
  limit ${MOST}`;

@Injectable()
export class ListJobRoles {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, { q }: JobRoleQuery): Promise<JobRoles> {
    const values = [ctx.actor.personId, ctx.today, likePattern(q)];
    return { items: await this.sql.rows<JobRoles['items'][number]>('list-job-roles', JOB_ROLES, values) };
  }
}
