const live = `(x.ends_on is null or x.ends_on >= $3)`;

/**
 * How each of some people whom the asker sees gets in, with the organisation through which they may be let in; null where
 * that is none of the asker's. $1 people, $2 asker, $3 today, $4 now.
 */
export const HOW_THEY_GET_IN = `
  with mine as materialized (select id from organisations_filled_by($2, $3) id),
  seen as materialized (select id from people_in_scope($2, $3) id)
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, e.name as "organisationName",
    mailbox_of(p.id, $3) as address,
    exists (select from password w where w.person_id = any (persons_as(p.id)) and w.pin_until is null) as "hasPassword",
    exists (select from password w where w.person_id = any (persons_as(p.id)) and w.pin_until > $4)
      or exists (select from one_time_link k where k.person_id = any (persons_as(p.id)) and k.kind = 'invitation'
        and k.used_at is null and k.expires_at > $4) as "isAsked"
  from person p
  left join lateral (
    select o.short_name as name from engagement x join organisation o on o.id = x.organisation_id
    where x.person_id = p.id and ${live} and x.organisation_id in (select id from mine)
    order by x.starts_on > $3, x.starts_on desc, x.id limit 1
  ) e on true
  where p.id = any ($1::uuid[]) and p.id in (select id from seen) and p.erased_at is null
    and not exists (select from person_alias a where a.person_id = p.id)
  order by lower(p.family_name), lower(p.given_name), p.id`;
