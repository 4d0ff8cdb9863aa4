/*
 * Whom the actor sees, as conditions. The one definition is people's `people_in_scope`; these are ways to ask it. They take
 * names of our own columns and parameters only, never anything that a client sent.
 */

/** For one person, or the few rows of a page: only this one is looked for. "offset 0" keeps it from becoming a join with all. */
export const oneInScopeSql = (personId: string, actor: string, today: string): string =>
  `exists (select from people_in_scope(${actor}, ${today}) seen(id) where seen.id = ${personId} offset 0)`;

const inSetSql = (personId: string, actor: string, today: string): string =>
  `(${personId} in (select people_in_scope(${actor}, ${today}))) is true`;

const seesAllSql = (actor: string, today: string): string =>
  `(select holds_role(${actor}, '{people-team,auditor}', ${today}))`;

/**
 * For filtering many rows of which a page is wanted. Who sees everybody is asked row by row, so that a page stops at its end.
 * For everybody else "is true" keeps the scope a set that is made once and looked up: as a join the planner, which cannot know
 * how many people an actor sees, may go through the whole scope again for every row (10 s instead of 0.1 s at 25,000 people).
 */
export const inScopeSql = (personId: string, actor: string, today: string): string =>
  `case when ${seesAllSql(actor, today)} then ${oneInScopeSql(personId, actor, today)} else ${inSetSql(personId, actor, today)} end`;

/**
 * For counting people who are engaged, and for whole files, a thousand people at a time: who sees everybody is asked once, so
 * that neither each is looked for nor the set of everybody is made.
 */
export const manyInScopeSql = (personId: string, actor: string, today: string): string =>
  `(${seesAllSql(actor, today)} or ${inSetSql(personId, actor, today)})`;

const engagementsSql = (engagementId: string, actor: string, today: string): string =>
  `(${engagementId} in (select engagements_in_scope(${actor}, ${today}))) is true`;

/**
 * Whether the actor is told of an engagement: of somebody whom they see through one, another employer's is nobody's to be told.
 * For whoever sees everybody nothing is looked up.
 */
export const engagementSeenSql = (engagementId: string, actor: string, today: string): string =>
  `(${seesAllSql(actor, today)} or ${engagementsSql(engagementId, actor, today)})`;
