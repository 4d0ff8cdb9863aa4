import { engagementSeenSql } from '@lms/api-platform';
import { liveSql } from '../shared/sql-text.js';

/**
 * $1 actor, $2 today, $3 whether all organisations are seen: else those in which somebody in scope is engaged. Counted
 * are the people engaged today whom the actor sees.
 */
export const ORGANISATIONS = `
  select o.id, o.version, o.kind, o.name, o.short_name as "shortName",
    o.parent_id as "parentId", p.name as "parentName", organisation_tier(o.id) as tier,
    o.sponsor_id as "sponsorId", s.name as "sponsorName",
    (select count(distinct e.person_id)::int from engagement e
      where e.organisation_id = o.id and e.starts_on <= $2 and ${liveSql('e', '$2')}
        and ${engagementSeenSql('e.id', '$1', '$2')}) as people
  from organisation o
  left join organisation p on p.id = o.parent_id
  left join organisation s on s.id = o.sponsor_id
  where ($3::boolean or exists (
      select from engagement v
      where v.organisation_id = o.id and ${liveSql('v', '$2')} and ${engagementSeenSql('v.id', '$1', '$2')}))`;
