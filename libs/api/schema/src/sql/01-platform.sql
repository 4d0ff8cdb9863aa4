-- What every feature stands on: system-time history, audit, outbox, mail log, request limits.

create table row_history (
  id bigint generated always as identity primary key,
  entity text not null,
  entity_id uuid not null,
  op text not null check (op in ('insert', 'update', 'delete')),
  known_from timestamptz not null,
  actor_id uuid,
  row jsonb not null
);
create index row_history_entity_idx on row_history (entity, entity_id, id);
comment on table row_history is 'Append-only. What was known of a row from known_from on, until the next entry of the same row.';

-- The moment and the actor of a change come from the transaction, so that tests and replays can set them.
create function change_moment() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('lms.known_at', true), '')::timestamptz, transaction_timestamp())
$$;
create function change_actor() returns uuid language sql stable as $$
  select nullif(current_setting('lms.actor', true), '')::uuid
$$;

create function record_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'version' = to_jsonb(old) - 'version' then
    return null;
  end if;
  insert into row_history (entity, entity_id, op, known_from, actor_id, row)
  values (
    tg_argv[0],
    case when tg_op = 'DELETE' then old.id else new.id end,
    lower(tg_op),
    change_moment(),
    change_actor(),
    case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end
  );
  return null;
end
$$;

create table audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  target_type text,
  target_id uuid,
  detail jsonb not null default '{}',
  request_id text
);
create index audit_event_target_idx on audit_event (target_type, target_id, id);
comment on table audit_event is 'Append-only.';

create table outbox_event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  type text not null,
  person_id uuid,
  payload jsonb not null default '{}',
  handled_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz,
  error text
);
create index outbox_event_waiting_idx on outbox_event (id) where handled_at is null;

create function announce_outbox_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;
create trigger outbox_event_announce after insert on outbox_event
  for each statement execute function announce_outbox_event();

create table mail (
  id uuid primary key,
  person_id uuid,
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'kept')),
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  next_try_at timestamptz,
  error text,
  dedupe_key text unique
);
create index mail_waiting_idx on mail (created_at) where state = 'waiting';
create index mail_log_idx on mail (created_at desc, id desc);

-- The shape that rate-limiter-flexible expects of its PostgreSQL store.
create table request_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
