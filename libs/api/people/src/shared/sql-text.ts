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

/**
 * Whether a person stands in the actor's scope, for filtering many rows. "is true" keeps the scope a set that is made
 * once and looked up: as a join the planner, which cannot know how many people an actor sees, may go through the whole
 * scope again for every row (10 s instead of 0.1 s at 25,000 people).
 */
export const inScopeSql = (personId: string, actor: string, today: string): string =>
  `(${personId} in (select people_in_scope(${actor}, ${today}))) is true`;

/**
 * The same where whole files are looked at, a thousand people at a time: who sees everybody is asked once, so that the set of
 * everybody is not made for each thousand.
 */
export const manyInScopeSql = (personId: string, actor: string, today: string): string =>
  `((select holds_role(${actor}, '{people-team,auditor}', ${today})) or ${inScopeSql(personId, actor, today)})`;

/** The same for one person: only this one is looked for. */
export const oneInScopeSql = (personId: string, actor: string, today: string): string =>
  `exists (select from people_in_scope(${actor}, ${today}) s(id) where s.id = ${personId})`;
