-- What a preview says is found by doing it and taking it back: whether something is owed before and after, for whatever reason.

alter table rule_preview_row
  -- The course or path that the rule gives, or gave before.
  add column target uuid,
  add column owed_before boolean not null default false,
  add column owed_after boolean not null default false,
  add column exempt_until date,
  drop constraint rule_preview_row_pkey,
  -- Who loses one thing and gets another one instead has two rows.
  add primary key (rule_preview_id, engagement_id, effect);

-- A renewal keeps the day before which nothing is asked for by a rhythm, as it was dated with it when it opened: else the next
-- look at it, such as by another version of a rule, would move it.
do $$
declare
  v_was text := pg_get_functiondef('open_next_of(uuid[], timestamptz)'::regprocedure);
  v_is text := replace(v_was, 'case when d.follows_on is null and d.closed_why = ''already-valid'' then r.due_on end, p_at',
    'coalesce(r.not_before, case when d.follows_on is null and d.closed_why = ''already-valid'' then r.due_on end), p_at');
begin
  if v_is = v_was then
    raise exception 'a renewal carries nothing over';
  end if;
  execute v_is;
end
$$;
