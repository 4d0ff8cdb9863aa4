/*
 * Pieces of SQL that several reads share. They take names of our own columns only, never anything that a client sent.
 */

/** A moment as the contracts write it. */
export const instantSql = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What a person is called; null where the column is null. */
export const nameSql = (personId: string): string =>
  `(select coalesce(n.known_as, n.given_name) || ' ' || n.family_name from person n where n.id = ${personId})`;

/** The life of a version, the same for courses and paths, of the row called `v`. */
export const VERSION_LIFE = `
  ${nameSql('v.created_by')} as "createdByName",
  v.submitted_by as "submittedById",
  ${nameSql('v.submitted_by')} as "submittedByName",
  ${instantSql('v.submitted_at')} as "submittedAt",
  ${nameSql('v.approved_by')} as "approvedByName",
  ${instantSql('v.published_at')} as "publishedAt",
  v.returned_reason as "returnedReason"`;
