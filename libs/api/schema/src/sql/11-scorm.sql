-- What lessons report besides their state: the calls they made, and what learners say went wrong.

-- A batch of calls, numbered within their launch. Append-only.
create table runtime_log (
  launch_id uuid not null references launch,
  first_call int not null,
  calls jsonb not null,
  count int not null,
  bytes int not null,
  -- From this call on nothing more was kept: the log of a launch is bounded.
  cut_from int,
  received_at timestamptz not null,
  primary key (launch_id, first_call)
);
comment on table runtime_log is 'Append-only.';

create table problem_report (
  id uuid primary key,
  version int not null default 1,
  course_id uuid not null references course,
  course_version_id uuid not null references course_version,
  activity_id uuid not null references activity,
  attempt_id uuid references attempt,
  launch_id uuid references launch,
  person_id uuid not null references person,
  words text not null,
  device jsonb not null,
  calls jsonb not null default '[]',
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz
);
create index problem_report_course_idx on problem_report (course_id, created_at desc);
create index problem_report_person_idx on problem_report (person_id, created_at);

/*
 * Keeps a batch of calls, once. Answers null for a launch that is not there, else whether the log is full now: it holds at
 * most p_most_calls calls and p_most_bytes bytes, then a mark of where it was cut, and nothing after that.
 */
create function append_runtime_log(
  p_launch uuid, p_calls jsonb, p_bytes int, p_at timestamptz, p_most_calls int, p_most_bytes int
) returns jsonb language plpgsql as $$
declare
  v_first int := (p_calls -> 0 ->> 'n')::int;
  v_count int := jsonb_array_length(p_calls);
  v_held record;
begin
  -- Batches of one launch come one after the other: their sum has to be right.
  perform pg_advisory_xact_lock(hashtextextended(p_launch::text, 17));
  if not exists (select from launch where id = p_launch and revoked_at is null) then
    return null;
  end if;
  select coalesce(sum(l.count), 0) as calls, coalesce(sum(l.bytes), 0) as bytes, bool_or(l.cut_from is not null) as cut
    into v_held from runtime_log l where l.launch_id = p_launch;
  if v_held.cut or exists (select from runtime_log where launch_id = p_launch and first_call = v_first) then
    return jsonb_build_object('kept', 0, 'full', coalesce(v_held.cut, false));
  end if;
  if v_held.calls + v_count > p_most_calls or v_held.bytes + p_bytes > p_most_bytes then
    insert into runtime_log (launch_id, first_call, calls, count, bytes, cut_from, received_at)
      values (p_launch, v_first, '[]', 0, 0, v_first, p_at);
    return jsonb_build_object('kept', 0, 'full', true);
  end if;
  insert into runtime_log (launch_id, first_call, calls, count, bytes, received_at)
    values (p_launch, v_first, p_calls, v_count, p_bytes, p_at);
  return jsonb_build_object('kept', v_count, 'full', false);
end
$$;
