/** The contract's item, of the rows `i` (import) and `p` (its maker); $1 is the actor. */
export const ITEM = `i.id, i.kind, i.file_name as "fileName", i.state, i.total,
  to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  concat_ws(' ', p.given_name, p.family_name) as "createdByName", i.created_by = $1 as mine`;
