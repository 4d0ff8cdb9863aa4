/*
 * Where mail reaches somebody, the best first: an address of work that goes on or will, one of their own, a sign-in name that
 * is one. Null exactly where `has_mailbox` is false.
 */
create function mailbox_of(p_person uuid, p_today date) returns text language sql stable as $$
  select coalesce(
    (select e.work_email from engagement e
      where e.person_id = p.id and e.work_email is not null and (e.ends_on is null or e.ends_on >= p_today)
      order by e.starts_on desc, e.id limit 1),
    p.contact_email,
    (select n.name from sign_in_name n left join engagement e on e.id = n.engagement_id
      where n.person_id = any (persons_as(p.id)) and n.kind = 'email' and (e.id is null or e.ends_on is null or e.ends_on >= p_today)
      order by n.created_at desc limit 1))
  from person p where p.id = p_person
$$;
