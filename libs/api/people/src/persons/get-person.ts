import { type Ctx, NotFound, Sql } from '@lms/api-platform';
import type { Engagement, Person } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { instant } from '../shared/instant.js';

/** JSON of one engagement `e` with its organisation `o`. */
const ENGAGEMENT = `json_build_object('id', e.id, 'version', e.version, 'organisationId', e.organisation_id, 'organisationName', o.name,
  'employeeNumber', e.employee_number, 'jobRole', e.job_role, 'employmentGroup', e.employment_group,
  'schemes', coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name) from scheme s where s.id = any (e.scheme_ids)), '[]'),
  'lineManagerId', e.line_manager_id,
  'lineManagerName', (select concat_ws(' ', m.given_name, m.family_name) from person m where m.id = e.line_manager_id),
  'workEmail', e.work_email, 'startsOn', e.starts_on, 'endsOn', e.ends_on)`;

/** $1 person, $2 who asks, $3 today. */
const PERSON = `
  select p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.known_as as "knownAs",
    concat_ws(' ', p.given_name, p.family_name) as name, p.contact_email as "contactEmail", p.phone,
    case
      when exists (select from engagement e where e.person_id = p.id and e.starts_on <= $3 and (e.ends_on is null or e.ends_on >= $3)) then 'current'
      when exists (select from engagement e where e.person_id = p.id and e.starts_on > $3) then 'planned'
      else 'left'
    end as status,
    coalesce((
      select json_agg(${ENGAGEMENT} order by e.starts_on desc, e.id) from engagement e join organisation o on o.id = e.organisation_id where e.person_id = p.id
    ), '[]') as engagements,
    coalesce((
      select json_agg(json_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id, 'organisationName', o.name,
        'startsOn', g.starts_on, 'endsOn', g.ends_on) order by g.starts_on desc, g.id)
      from role_grant g left join organisation o on o.id = g.organisation_id where g.person_id = p.id
    ), '[]') as grants,
    json_build_object(
      'signInName', (select n.name from sign_in_name n where n.person_id = p.id order by n.created_at desc limit 1),
      'hasPassword', exists (select from password w where w.person_id = p.id),
      'invitedAt', (select ${instant('max(l.created_at)')} from one_time_link l where l.person_id = p.id and l.kind = 'invitation'),
      'lastSignInAt', (select ${instant('max(s.last_used_at)')} from session s where s.person_id = p.id)
    ) as account
  from person p
  where p.id = $1 and p.erased_at is null and p.id in (select people_in_scope($2, $3))`;

@Injectable()
export class GetPerson {
  constructor(private readonly sql: Sql) {}

  async run(ctx: Ctx, id: string): Promise<Person> {
    const row = await this.sql.row<Person>('person', PERSON, [id, ctx.actor.personId, ctx.today]);
    if (!row) throw new NotFound();
    return row;
  }

  async engagement(id: string): Promise<Engagement> {
    const row = await this.sql.row<{ engagement: Engagement }>(
      'engagement',
      `select ${ENGAGEMENT} as engagement from engagement e join organisation o on o.id = e.organisation_id where e.id = $1`,
      [id],
    );
    if (!row) throw new NotFound();
    return row.engagement;
  }
}
