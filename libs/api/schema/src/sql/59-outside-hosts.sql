-- Hosts outside this installation that a package may use, once a second person has approved them.
alter table activity add column outside_hosts text[] not null default '{}'
  constraint activity_outside_hosts_check check (
    (kind in ('scorm12', 'scorm2004') or outside_hosts = '{}')
    and cardinality(outside_hosts) <= 10
    -- They are written into a header: nothing else than a name, with a star in front at most.
    and array_to_string(outside_hosts, ' ', '!') ~ '^((\*\.)?[a-z0-9.-]+( |$))*$');
comment on column activity.outside_hosts is 'Of a package: exact host names or *.example.org, https only, in order.';

-- What can be undone from before has whole activities without the new column.
create function with_outside_hosts(p_keys jsonb) returns jsonb language sql immutable as $$
  select p_keys || coalesce(
    (select jsonb_object_agg(split_part(k, '/', 1) || '/outside_hosts', '[]'::jsonb) from jsonb_object_keys(p_keys) k where k like '%/id'), '{}')
$$;
update draft_change set before = with_outside_hosts(before), after = with_outside_hosts(after);
drop function with_outside_hosts(jsonb);
