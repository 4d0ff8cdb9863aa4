/*
 * What somebody may do on a day, of SQL expressions for the person and the day. Somebody all of whose engagements are
 * over is out, as is every power that came with one of those.
 */

export const ROLES_OF = (person: string, today: string): string => `
  select distinct g.role from role_grant g left join engagement e on e.id = g.engagement_id
  where g.person_id = ${person} and g.starts_on <= ${today} and (g.ends_on is null or g.ends_on >= ${today})
    and (e.id is null or e.ends_on is null or e.ends_on >= ${today})`;

/** Of people of an organisation that they have left, nobody is a line manager. */
export const IS_LINE_MANAGER = (person: string, today: string): string => `
  exists (select from engagement r where r.line_manager_id = ${person} and (r.ends_on is null or r.ends_on >= ${today})
    and not has_left(${person}, r.organisation_id, ${today}))`;

export const IS_IN = (person: string, today: string): string => `
  not exists (select from person_alias a where a.person_id = ${person})
  and (
    exists (select from engagement e where e.person_id = ${person} and (e.ends_on is null or e.ends_on >= ${today}))
    or not exists (select from engagement e where e.person_id = ${person})
  )`;
