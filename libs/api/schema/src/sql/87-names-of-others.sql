-- Where a person's name stands in what others called things: shown before an erasure, and said of it afterwards.

alter table erasure
  -- Names and titles of others in which the name stood when it was erased: kind and number, never the words.
  add column remained jsonb not null default '[]';

-- Any of some words, whole, also between the signs that file names have. Matches nothing without a word.
create function name_pattern(p_words text[]) returns text language sql immutable as $$
  select coalesce('(?<![[:alnum:]])(' || string_agg(regexp_replace(w, '([^[:alnum:] ])', '\\\1', 'g'), '|') || ')(?![[:alnum:]])', '(?!)')
  from unnest(p_words) w where w is not null
$$;

create function family_names(p_people uuid[]) returns text[] language sql stable as $$
  select array_agg(distinct p.family_name) from person p where p.id = any (p_people) and length(p.family_name) >= 3
$$;

do $$
declare
  v_was text := pg_get_functiondef('apply_erasure(uuid,uuid,date,timestamptz)'::regprocedure);
  v_is text := replace(v_was, '  perform erase_rows(v_people, p_today, p_at);', $s$  -- While it is still known what the name was, and after it was taken out of what may be rewritten.
  update erasure set remained = coalesce((
    select jsonb_agg(jsonb_build_object('kind', n.kind, 'id', n.id, 'whole', n.whole)) from names_of_others(v_people) n), '[]')
  where id = p_erasure;
  perform erase_rows(v_people, p_today, p_at);$s$);
begin
  if v_is = v_was then raise exception 'apply_erasure is not as it was'; end if;
  execute v_is;
end
$$;

-- What a file and a thing were called: a file that proves something for somebody else too stays and loses the name, the family
-- name alone as well; a thing loses it from its past, once it is called otherwise.
create function erase_former_names(p_people uuid[]) returns void language plpgsql as $$
declare
  v_whole text[] := words_for(p_people);
  v_family text[] := family_names(p_people);
  v_any text := name_pattern(words_for(p_people) || family_names(p_people));
begin
  update evidence_file f set name = replace_words(f.name, v_whole || case when exists (
      select from evidence_submission s where s.file_id = f.id and s.person_id = any (p_people)) then v_family end)
  where f.name ~* v_any;
  update row_history h set row = replace_words(h.row::text, case
      when n.op <> 'delete' and n.row::text ~* name_pattern(v_family) then v_whole else v_whole || v_family end)::jsonb
  from row_history f cross join lateral (
    select l.id, l.op, l.row from row_history l where l.entity = f.entity and l.entity_id = f.entity_id order by l.id desc limit 1
  ) n
  where h.id = f.id and f.entity in ('assignment rule', 'audience', 'organisation', 'scheme', 'outcome', 'training session')
    and f.row::text ~* v_any and (n.id <> f.id or n.op = 'delete');
end
$$;

do $$
declare
  v_was text := pg_get_functiondef('apply_erasure(uuid,uuid,date,timestamptz)'::regprocedure);
  v_is text := replace(v_was, '  perform erase_mentions(v_people);', $s$  perform erase_mentions(v_people);
  perform erase_former_names(v_people);$s$);
begin
  if v_is = v_was then raise exception 'apply_erasure is not as it was'; end if;
  execute v_is;
end
$$;
