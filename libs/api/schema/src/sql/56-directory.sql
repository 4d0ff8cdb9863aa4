-- The directory's search forgives slips: names that are spelled nearly as they were typed.

create extension if not exists fuzzystrmatch;

-- The same letters as `search_plain`, whole in itself: an index is made where no other function of ours is known.
create function name_spelling(given text, known_as text, family text) returns text language sql immutable as $$
  select trim(regexp_replace(lower(given || ' ' || coalesce(known_as, '') || ' ' || family), '[^[:alnum:]]+', ' ', 'g'))
$$;
create index person_spelling_idx on person using gin (name_spelling(given_name, known_as, family_name) gin_trgm_ops);

/*
 * How many slips lie between what was typed and a name, or the name's beginning: a letter too many, one missing, one for
 * another, and two in the wrong order count as one each. 3 is "more than two".
 */
create function name_slips(typed text, name text) returns int language sql immutable as $$
  select case
    when starts_with(name, typed) then 0
    when levenshtein_less_equal(typed, name, 2) = 2 and length(typed) = length(name)
      and (select array_agg(l order by l) from unnest(string_to_array(typed, null)) l)
        = (select array_agg(l order by l) from unnest(string_to_array(name, null)) l) then 1
    else least(levenshtein_less_equal(typed, name, 2), levenshtein_less_equal(typed, left(name, length(typed)), 2), 3)
  end
$$;

/*
 * Who is called nearly like every one of these words (small letters only, each of four or more), and how many slips that
 * takes in all: one in a short word, two from six letters on. The longest word looks the people up by its trigrams: by the
 * index, which the planner would leave alone because it does not know what spelling every name costs (80 ms against 10).
 */
create function people_spelled_like(p_words text[]) returns table (person_id uuid, slips int)
language sql stable rows 20 set pg_trgm.word_similarity_threshold = '0.25' set enable_seqscan = off as $$
  select c.id, sum(w.slips)::int
  from (
    select p.id, string_to_array(name_spelling(p.given_name, p.known_as, p.family_name), ' ') as names
    from person p
    where (select t from unnest(p_words) t order by length(t) desc, t limit 1)
      <% name_spelling(p.given_name, p.known_as, p.family_name)
  ) c
  cross join lateral (
    select min(name_slips(t, n)) <= case when length(t) < 6 then 1 else 2 end as fits, min(name_slips(t, n)) as slips
    from unnest(p_words) t cross join unnest(c.names) n
    group by t
  ) w
  group by c.id
  having bool_and(w.fits)
$$;
