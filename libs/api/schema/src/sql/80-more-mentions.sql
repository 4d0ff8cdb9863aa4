-- What files were called and what was looked for can name a person too.
do $$
declare
  v_was text := pg_get_functiondef('erase_mentions(uuid[])'::regprocedure);
  v_is text := replace(v_was, '  update pgboss.job j', $s$  update import i set file_name = replace_words(i.file_name, v_words) where i.file_name ~* v_any;
  update notice n set about = replace_words(n.about::text, v_words)::jsonb where n.kind = 'import' and n.about::text ~* v_any;
  update outbox_event o set payload = replace_words(o.payload::text, v_words)::jsonb
  where o.type like 'import.%' and o.payload::text ~* v_any;
  update list_file f set filters = replace_words(f.filters::text, v_words)::jsonb, narrowed = replace_words(f.narrowed::text, v_words)::jsonb
  where f.filters::text ~* v_any or f.narrowed::text ~* v_any;
  update pgboss.job j$s$);
begin
  if v_is = v_was then raise exception 'erase_mentions is not as it was'; end if;
  execute v_is;
end
$$;
