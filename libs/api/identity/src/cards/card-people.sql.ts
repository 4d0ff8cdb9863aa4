/** Live: begun or planned, not over. $2 is today. */
const live = (engagement: string): string => `(${engagement}.ends_on is null or ${engagement}.ends_on >= $2)`;
const instant = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * People whom no mail reaches and who work where the asker may bring people in: everywhere for the People Team, in their
 * organisation and the tiers below it for a coordinator. Nothing of an engagement elsewhere is told.
 *
 * $1 asker, $2 today, $3 now, $4 patterns that must all be in the names or the employee number, $5 organisation, $6 state,
 * $7 these people only, $8 to $10 the last row before this page, $11 rows.
 */
export const CARD_PEOPLE = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, p.given_name as "givenName",
    p.family_name as "familyName", o.name as "organisationName", e.job_role as "jobRole",
    n.name as "signInName", coalesce(n.person_id, p.id) as "holderId", a.state,
    ${instant('c.issued_at')} as "issuedAt", ${instant('c.expires_at')} as "expiresAt",
    (select concat_ws(' ', b.given_name, b.family_name) from person b where b.id = c.issued_by) as "issuedByName",
    array(
      select distinct g.role from role_grant g left join engagement ge on ge.id = g.engagement_id
      where g.person_id = p.id and (g.ends_on is null or g.ends_on >= $2) and (ge.id is null or ${live('ge')})) as roles,
    lower(p.family_name) as "familyKey", lower(p.given_name) as "givenKey"
  from person p
  cross join lateral (
    select x.organisation_id, x.job_role from engagement x
    where x.person_id = p.id and ${live('x')}
      and (x.organisation_id in (select organisations_filled_by($1, $2))) is true
      and ($5::uuid is null or x.organisation_id = $5)
      and ($4::text[] is null or concat_ws(' ', p.given_name, p.known_as, p.family_name, x.employee_number) ilike all ($4))
    order by x.starts_on > $2, x.starts_on desc, x.id limit 1
  ) e
  join organisation o on o.id = e.organisation_id
  left join lateral (
    select s.name, s.person_id from sign_in_name s left join engagement h on h.id = s.engagement_id
    where s.person_id = any (persons_as(p.id)) and (h.id is null or ${live('h')}) order by s.created_at desc limit 1
  ) n on true
  left join lateral (
    select s.issued_at, s.expires_at, s.issued_by from sign_in_card s where s.person_id = p.id order by s.issued_at desc limit 1
  ) c on true
  cross join lateral (
    select coalesce((
      select case when w.pin_until is null then 'own' when w.pin_until > $3 then 'waiting' else 'expired' end
      from password w where w.person_id = any (persons_as(p.id)) order by w.changed_at desc limit 1), 'none') as state
  ) a
  where p.erased_at is null and not exists (select from person_alias i where i.person_id = p.id)
    and (lower(p.family_name), lower(p.given_name), p.id) > ($8::text, $9::text, $10::uuid)
    and ($6::text is null or a.state = $6)
    and ($7::uuid[] is null or p.id = any ($7))
    and not has_mailbox(p.id, $2)
  order by lower(p.family_name), lower(p.given_name), p.id
  limit $11`;
