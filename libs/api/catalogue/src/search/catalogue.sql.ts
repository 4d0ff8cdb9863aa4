/*
 * The learner's catalogue in the contract's own shape, one statement a page. $1 person, $2 today, $3 what was typed,
 * $4 topic, $5 kind, $6 length, $7 outcome, $8 validity, $9 only what is saved, $10 how many, $11 whether the facets are
 * wanted, $12 to $14 the place to go on from, $15 what was searched for in the place of what was typed.
 */

interface Hits {
  query: string;
  /** Of the row `d`: how well it fits. An exact title or code before a title that begins so, before words elsewhere. */
  tier: string;
  rank: string;
  matches: string;
  title: string;
  summary: string;
  found: string;
}

const BROWSED: Hits = {
  query: '$3::text as typed, null::tsquery as some',
  tier: '0',
  rank: '0::real',
  matches: 'true',
  title: `json_build_array(json_build_object('text', d.title, 'hit', false))`,
  summary: `case when d.summary = '' then '[]' else json_build_array(json_build_object('text', left(d.summary, 320), 'hit', false)) end`,
  found: 'null::json',
};

const SEARCHED: Hits = {
  query: 'lower($3::text) as typed, search_query($3, true) as every, search_query($3, false) as some',
  tier: `case when d.title_key = q.typed or lower(d.code) = q.typed then 5 when starts_with(d.title_key, q.typed) then 4
      when not d.head @@ q.every then 1 when ts_filter(d.head, '{a}') @@ q.every then 3 else 2 end`,
  rank: 'ts_rank(d.head, q.some)',
  matches: 'd.words @@ q.every',
  title: `search_parts(d.title, q.some, 'HighlightAll=true')`,
  summary: `search_parts(d.summary, q.some, case when length(d.summary) <= 320 then 'HighlightAll=true' else 'MaxWords=45, MinWords=30' end)`,
  found: `case m.tier
      when 1 then (
        select json_build_object('in', t.kind, 'text', search_parts(p.text, q.some, 'MaxWords=32, MinWords=18'))
        from search_passage p join search_text t on t.source = p.source
        where p.source = any (d.sources) and p.words @@ q.some
        order by ts_rank(p.words, q.some) desc, p.source, p.n limit 1)
      when 2 then (
        select json_build_object('in', 'activity', 'text', search_parts(a, q.some, 'HighlightAll=true'))
        from unnest(d.activity_titles) with ordinality u(a, n)
        where search_words_of(a) @@ q.some and not ts_filter(d.head, '{a,c}') @@ q.every
        order by n limit 1)
    end`,
};

const FACETS = ['topic', 'kind', 'length', 'outcome', 'validity'] as const;
type Facet = (typeof FACETS)[number];

const fits = (facets: readonly Facet[]): string => facets.map((facet) => `m.${facet}_fits`).join(' and ');

/**
 * How many courses each value of a facet leaves, with the other filters as they are. Counted by the whole column first:
 * taking every row's list apart costs three times as much.
 */
const facetOf = (facet: Facet, column: string, values: string): string => `
  '${facet}', (
    select coalesce(json_agg(json_build_object('value', x.value, 'count', x.n) order by x.n desc, x.value), '[]')
    from (
      select f.value, sum(g.n)::int as n
      from (select m.${column} as held, count(*) as n from matched m where ${fits(FACETS.filter((other) => other !== facet))} group by 1) g,
        ${values} f(value)
      where f.value is not null
      group by f.value order by n desc, f.value limit 20
    ) x)`;

const NEXT = `
  translate(encode(convert_to(json_build_array(p.tier, p.rank, p.course_id, $15::text)::text, 'UTF8'), 'base64'),
    E'+/=\\n', '-_')`;

const pageSql = (hits: Hits): string => `
with q as materialized (
  select ${hits.query}
), me as materialized (
  select learner_keys($1, $2) as keys, own_courses($1) as own
), matched as materialized (
  select d.course_id, d.title_key, d.topics, d.kinds, d.length, d.outcome, d.validity, ${hits.tier} as tier, ${hits.rank} as rank,
    ($4::text is null or $4 = any (d.topics)) as topic_fits,
    ($5::text is null or $5 = any (d.kinds)) as kind_fits,
    ($6::text is null or $6 = d.length) as length_fits,
    ($7::text is null or $7 is not distinct from d.outcome) as outcome_fits,
    ($8::text is null or $8 = d.validity) as validity_fits
  from q, me, search_document d
  where ${hits.matches} and course_visible(d.open_to, d.course_id, me.keys, me.own)
    and (not $9::boolean or exists (select from bookmark b where b.person_id = any ((select persons_as($1))::uuid[]) and b.course_id = d.course_id))
), page as materialized (
  select m.*, row_number() over (order by m.tier desc, m.rank desc, m.title_key, m.course_id) as n
  from (
    select m.course_id, m.title_key, m.tier, m.rank from matched m
    where ${fits(FACETS)} and ($14::uuid is null or m.tier < $12::int or (m.tier = $12 and (m.rank < $13::real or (m.rank = $13
      and (m.title_key, m.course_id) > (select a.title_key, a.course_id from search_document a where a.course_id = $14)))))
    order by m.tier desc, m.rank desc, m.title_key, m.course_id limit $10::int + 1
  ) m
)
select (select count(*)::int from matched) as hits, json_build_object(
  'items', coalesce((
    select json_agg(json_build_object(
      'courseId', d.course_id, 'code', d.code, 'title', ${hits.title}, 'summary', ${hits.summary}, 'found', ${hits.found},
      'topics', d.topics, 'kinds', d.kinds, 'minutes', d.minutes, 'validityMonths', d.validity_months,
      'standing', case when s.course_id is not null then standing_on(s.*, $2) end, 'selfEnrolment', d.self_enrolment,
      'saved', exists (select from bookmark b where b.person_id = any ((select persons_as($1))::uuid[]) and b.course_id = d.course_id)) order by m.n)
    from page m join search_document d on d.course_id = m.course_id cross join q
    left join standing_dates s on s.person_id = $1 and s.course_id = m.course_id
    where m.n <= $10
  ), '[]'),
  'nextCursor', (select ${NEXT} from page p where p.n = $10 and exists (select from page x where x.n > $10)),
  'total', (select count(*)::int from matched m where ${fits(FACETS)}),
  'facets', case when $11::boolean then json_build_object(${[
    facetOf('topic', 'topics', 'unnest(g.held)'),
    facetOf('kind', 'kinds', 'unnest(g.held)'),
    facetOf('length', 'length', 'lateral (select g.held)'),
    facetOf('outcome', 'outcome', 'lateral (select g.held)'),
    facetOf('validity', 'validity', 'lateral (select g.held)'),
  ].join(',')}) end,
  'didYouMean', $15::text
)::text as answer`;

/** Everything that the person may see, by title. */
export const BROWSE = pageSql(BROWSED);
/** What holds the words that were typed, the best first. `hits` counts before the filters. */
export const SEARCH = pageSql(SEARCHED);
