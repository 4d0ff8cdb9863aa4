import { instantSql, nameSql } from '../shared/sql-text.js';

/** Why a merge can not be undone: it was; its time is over; or its person was merged on. $1 is today. */
export const KEPT_BECAUSE = `case when m.undone_at is not null then 'undone' when m.undo_until < $1::date then 'too-late'
  when exists (select from person_alias a where a.person_id = m.same_as) then 'merged-on' end`;

export const MERGES = `
  select m.id, m.same_as as "personId", ${nameSql('m.same_as')} as name, ${nameSql('m.person_id')} as "mergedName",
    ${nameSql('m.merged_by')} as "mergedByName", ${instantSql('m.merged_at')} as "mergedAt", m.note,
    m.undo_until::text as "undoUntil", ${KEPT_BECAUSE} as "keptBecause", ${nameSql('m.undone_by')} as "undoneByName",
    ${instantSql('m.undone_at')} as "undoneAt"
  from person_merge m`;
