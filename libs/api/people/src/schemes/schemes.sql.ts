import { engagementSeenSql } from '@lms/api-platform';
import { liveSql } from '../shared/sql-text.js';

/**
 * $1 actor, $2 today, $3 whether all schemes are seen: else those on which somebody in scope is engaged. Counted are the
 * people engaged on it today whom the actor sees.
 */
export const SCHEMES = `
  select c.id, c.version, c.code, c.name, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
    (select count(distinct e.person_id)::int from engagement e
      where e.scheme_ids @> array[c.id] and e.starts_on <= $2 and ${liveSql('e', '$2')}
        and ${engagementSeenSql('e.id', '$1', '$2')}) as people
  from scheme c
  where ($3::boolean or exists (
      select from engagement v
      where v.scheme_ids @> array[c.id] and ${liveSql('v', '$2')} and ${engagementSeenSql('v.id', '$1', '$2')}))`;
