-- A PIN is a password that was drawn for somebody: it lets in until this moment, and only to choose one of one's own.
alter table password add column pin_until timestamptz;
alter table password add constraint password_pin_check check (pin_until is null or must_change);

create table sign_in_card (
  id uuid primary key,
  person_id uuid not null references person,
  issued_by uuid not null references person,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- The first way in that somebody had, or in place of one that was taken from them.
  kind text not null check (kind in ('first', 'reset'))
);
create index sign_in_card_person_idx on sign_in_card (person_id, issued_at desc);
comment on table sign_in_card is 'Append-only. Who let whom in, and when; never the PIN.';

-- Whether mail reaches somebody: an address of their own, one of work that goes on, or a sign-in name that is one.
create function has_mailbox(p_person uuid, p_today date) returns boolean language sql stable as $$
  select exists (select from person p where p.id = p_person and p.contact_email is not null)
    or exists (select from engagement e where e.person_id = p_person and e.work_email is not null and (e.ends_on is null or e.ends_on >= p_today))
    or exists (
      select from sign_in_name n left join engagement e on e.id = n.engagement_id
      where n.person_id = any (persons_as(p_person)) and n.kind = 'email' and (e.id is null or e.ends_on is null or e.ends_on >= p_today))
$$;
