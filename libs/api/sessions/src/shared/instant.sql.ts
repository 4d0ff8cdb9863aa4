/** An instant as the contracts have it. An expression of our own only. */
export const instantSql = (at: string): string => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** How somebody is called. */
export const nameSql = (person: string): string =>
  `(select concat_ws(' ', n.given_name, n.family_name) from person n where n.id = ${person})`;

/** The calendar day in London on which something begins. */
export const dayOf = (at: string): string => `(${at} at time zone 'Europe/London')::date`;
