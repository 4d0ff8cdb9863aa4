/*
 * An address that its server does not know is no address: whoever has only that is told like somebody without any, by their
 * coordinator, until it is corrected or takes a mail again.
 */

-- ---- published by platform ----

alter table mail drop constraint mail_ended_why_check;
-- `address`: the server knows no such mailbox (RFC 3463, 3.2 and 3.3); `refused`: it does not take this mail.
alter table mail add constraint mail_ended_why_check check (ended_why in ('refused', 'address', 'late', 'unsure'));
create index mail_refused_address_idx on mail (lower(recipient)) where ended_why = 'address';
create index mail_sent_to_idx on mail (lower(recipient), sent_at) where state = 'sent';

/*
 * Whether mail to an address came back for its own sake, and none has arrived there since. Thirty days later it is tried once
 * more: mailboxes come back, and nobody tells us.
 */
create function address_refused(p_address text, today date) returns boolean language sql stable as $$
  select exists (
    select from mail m
    where m.ended_why = 'address' and lower(m.recipient) = lower(p_address)
      and (m.created_at at time zone 'Europe/London')::date > today - 30
      and not exists (select from mail s where s.state = 'sent' and lower(s.recipient) = lower(p_address) and s.sent_at > m.created_at)
  )
$$;

-- ---- published by people ----

-- Where mail reaches somebody: the newest work address of theirs that takes mail, else their own.
create or replace function mail_address(p_person uuid, today date) returns text language sql stable as $$
  select coalesce((
    select e.work_email from engagement e
    where e.person_id = p.id and e.work_email is not null and e.starts_on <= today and (e.ends_on is null or e.ends_on >= today)
      and not address_refused(e.work_email, today)
    order by e.starts_on desc, e.id limit 1
  ), case when not address_refused(p.contact_email, today) then p.contact_email end)
  from person p where p.id = p_person
$$;

-- ---- of notifications ----

/*
 * Keeps which digests lapsed: their mails were not sent on their day, and will not be, or their address takes none. Answers
 * how many. Looks a week back, as a chain goes on by itself.
 */
create or replace function lapse_digests(p_today date, p_at timestamptz) returns int language sql as $$
  with lapsed as (
    insert into lapsed_digest (person_id, on_date, at)
    select g.person_id, g.on_date, p_at
    from digest g join mail m on m.dedupe_key = concat_ws(' ', 'digest', g.person_id, g.on_date)
    where g.on_date between p_today - 7 and p_today - 1 and m.good_until < p_at and m.state in ('waiting', 'failed')
      and (m.ended_why in ('late', 'address') or m.ended_why is null and m.handing_over_at is null)
    on conflict do nothing returning 1
  )
  select count(*)::int from lapsed
$$;
