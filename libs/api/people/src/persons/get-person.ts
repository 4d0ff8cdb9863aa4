import { type Ctx, NotFound, oneInScopeSql, Sql } from '@lms/api-platform';
import type { Person } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { ENGAGEMENT_JSON } from '../engagements/engagement.sql.js';
import { instantSql, liveSql } from '../shared/sql-text.js';
import { grantToldSql, toldSql } from '../shared/told.sql.js';

const TOLD = (engagement: string): string => toldSql(engagement, '$2', '$3');

/**
 * What identity keeps is only read here: the newest name that still serves, of who has left the newest, but no other
 * employer's address; the newest invitation; the newest session's beginning.
 */
const ACCOUNT = `json_build_object(
  'signInName', (
    select n.name from sign_in_name n left join engagement e on e.id = n.engagement_id
    where n.person_id = any (persons_as(p.id)) and (e.id is null or ${TOLD('e')} and (${liveSql('e', '$3')} or not exists (
      select from engagement x where x.person_id = p.id and ${liveSql('x', '$3')})))
    order by n.created_at desc limit 1),
  'hasPassword', exists (select from password w where w.person_id = any (persons_as(p.id))),
  'pinUntil', (select ${instantSql('max(w.pin_until)')} from password w where w.person_id = any (persons_as(p.id))),
  'invitedAt', (select ${instantSql('max(l.created_at)')} from one_time_link l
    where l.person_id = any (persons_as(p.id)) and l.kind = 'invitation'),
  'lastSignInAt', (select ${instantSql('max(t.created_at)')} from session t where t.person_id = any (persons_as(p.id))))`;

const PERSON = `
  select p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.known_as as "knownAs",
    concat_ws(' ', p.given_name, p.family_name) as name, p.contact_email as "contactEmail", p.phone,
    coalesce((
      select json_agg(distinct x.address) from (
        select p.contact_email as address
        union all
        select e.work_email from engagement e
        where e.person_id = p.id and e.starts_on <= $3 and ${liveSql('e', '$3')} and ${TOLD('e')}
      ) x where address_refused(x.address, $3::date)), '[]') as "refusedAddresses",
    case
      when exists (select from engagement e where e.person_id = p.id and e.starts_on <= $3 and ${liveSql('e', '$3')} and ${TOLD('e')})
        then 'current'
      when exists (select from engagement e where e.person_id = p.id and e.starts_on > $3 and ${TOLD('e')}) then 'planned'
      else 'left'
    end as status,
    $4::boolean and is_held(p.id, $3::date) as held,
    coalesce((
      select json_agg(${ENGAGEMENT_JSON} order by e.starts_on desc, e.id)
      from engagement e join organisation o on o.id = e.organisation_id where e.person_id = p.id and ${TOLD('e')}), '[]') as engagements,
    coalesce((
      select json_agg(json_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id,
        'organisationName', o.name, 'startsOn', g.starts_on, 'endsOn', g.ends_on) order by g.starts_on desc, g.id)
      from role_grant g left join organisation o on o.id = g.organisation_id where g.person_id = p.id
        and ${grantToldSql('g', '$2', '$3')}), '[]') as grants,
    ${ACCOUNT} as account
  from person p
  where p.id = who_is($1) and p.erased_at is null and ${oneInScopeSql('p.id', '$2', '$3')}`;

@Injectable()
export class GetPerson {
  constructor(private readonly sql: Sql) {}

  /** NotFound for whom the actor does not see. A merged entry answers as its person, under the person's own id. */
  async run(ctx: Ctx, id: string): Promise<Person> {
    const found = await this.sql.row<Person>('get-person', PERSON, [
      ...[id, ctx.actor.personId, ctx.today, ctx.actor.permissions.has('privacy.read')],
    ]);
    if (!found) throw new NotFound();
    return found;
  }
}
