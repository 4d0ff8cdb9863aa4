-- A merge is told with what follows from it, and takes along what the merged entry has asked for.

/*
 * Does now what a merge has waiting for the end of the transaction: what the two count together, which refreshers renew what
 * the other did, and what follows from those. For whoever tells what a merge does; in the order in which it would happen.
 */
create function follow_merge(p_into uuid) returns void language plpgsql as $$
begin
  set constraints person_merge_counts immediate;
  set constraints person_merge_counts deferred;
  set constraints person_merge_refreshes immediate;
  set constraints person_merge_refreshes deferred;
  perform follow_ledger(persons_as(p_into));
end
$$;

/*
 * What somebody asked for themselves is the person's. Where the person waits for an answer about the same course, what the merged
 * entry asked stays with it and is nobody's to decide; an answer that the person gave to it stays there too.
 */
create function merge_requests(p_from uuid, p_into uuid) returns void language sql as $$
  update learner_request r set person_id = p_into
  where r.person_id = p_from and r.decided_by is distinct from p_into and not (r.state = 'waiting' and exists (
    select from learner_request o where o.person_id = p_into and o.course_id = r.course_id and o.state = 'waiting'))
$$;

do $do$
declare
  v_was text := pg_get_functiondef('merge_rows(uuid, uuid)'::regprocedure);
  v_is text := replace(v_was, '  union all select ''notice'', x.id',
    '  union all select ''learner_request'', x.id, jsonb_build_object(''person_id'', x.person_id)
    from learner_request x where x.person_id in (p_from, p_into)
  union all select ''notice'', x.id');
begin
  if v_is = v_was then
    raise exception 'a merge changes no requests';
  end if;
  execute v_is;
  v_was := pg_get_functiondef('merge_people(uuid, uuid, uuid, uuid, date, text, date, timestamptz)'::regprocedure);
  v_is := replace(v_was, '  perform merge_assignments(', '  perform merge_requests(p_from, p_into);' || E'\n  perform merge_assignments(');
  if v_is = v_was then
    raise exception 'a merge takes no requests along';
  end if;
  execute v_is;
end
$do$;
