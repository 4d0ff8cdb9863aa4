/*
 * Pieces of SQL that several reads share. They take names of our own columns only, never anything that a client sent.
 */

/** A moment as the contracts write it. */
export const instantSql = (moment: string): string =>
  `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What a person is called; null where the column is null. */
export const nameSql = (personId: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${personId})`;

/** Not over yet: begun or planned. `today` is a parameter. */
export const liveSql = (engagement: string, today: string): string =>
  `(${engagement}.ends_on is null or ${engagement}.ends_on >= ${today})`;
