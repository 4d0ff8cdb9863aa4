import { instantSql, nameSql } from '../shared/sql-text.js';

/** $1 who reads. */
export const REQUESTS = `
  select x.id, x.person_id as "personId", ${nameSql('x.person_id')} as name, ${nameSql('x.asked_by')} as "askedByName",
    x.person_id = x.asked_by as own, x.reason, ${instantSql('x.asked_at')} as "askedAt", x.state, x.progress, x.size::float8 as size,
    ${instantSql('x.ends_at')} as "endsAt", x.asked_by = $1 as mine
  from data_request x`;
