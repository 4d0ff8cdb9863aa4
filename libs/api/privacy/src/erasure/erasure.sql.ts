import { instantSql, nameSql } from '../shared/sql-text.js';

/** $1 who reads. */
export const ERASURES = `
  select x.id, x.person_id as "personId", ${nameSql('x.person_id')} as name, x.state, x.ground, x.reason, x.override, x.counts, x.remained,
    ${nameSql('x.proposed_by')} as "proposedByName", ${instantSql('x.proposed_at')} as "proposedAt",
    ${nameSql('x.decided_by')} as "decidedByName", ${instantSql('x.decided_at')} as "decidedAt", x.decision,
    x.state = 'proposed' and x.proposed_by = $1 as mine,
    x.state = 'proposed' and x.proposed_by <> $1 and who_is($1) <> x.person_id as "toDecide"
  from erasure x`;

/** $1 the person, $2 today. */
export const PICTURE = `
  select p.id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
    coalesce((select json_agg(distinct k.w) from (
      select concat_ws(' ', q.given_name, q.family_name) as w from person q where q.id = any (persons_as(p.id))
      union all select q.known_as from person q where q.id = any (persons_as(p.id))
      union all select q.contact_email from person q where q.id = any (persons_as(p.id))
      union all select q.phone from person q where q.id = any (persons_as(p.id))
      union all select n.name from sign_in_name n where n.person_id = any (persons_as(p.id))
      union all select e.work_email from engagement e where e.person_id = any (persons_as(p.id))
      union all select e.employee_number from engagement e where e.person_id = any (persons_as(p.id))
    ) k where k.w is not null), '[]') as named,
    coalesce((select json_agg(json_build_object('organisationName', o.name, 'startsOn', e.starts_on, 'endsOn', e.ends_on)
        order by e.starts_on desc, e.id)
      from engagement e join organisation o on o.id = e.organisation_id where e.person_id = p.id), '[]') as employments,
    -- A whole name in what a file was called goes with the person.
    coalesce((select json_agg(json_build_object('kind', n.kind, 'id', n.id, 'words', n.words, 'whole', n.whole))
      from (select * from names_of_others(persons_as(p.id)) n where n.kind <> 'import' or not n.whole limit 100) n), '[]') as standing,
    cardinality(files_of_person(persons_as(p.id))) as files,
    (select count(*)::int from ledger_entry l where l.person_id = any (persons_as(p.id)) and l.kind = 'completion') as completions,
    array(select erasure_blocks(p.id, $2::date)) as blocks,
    kept_until(p.id, $2::date)::text as "keptUntil",
    (select x.id from erasure x where x.person_id = p.id and x.state = 'proposed') as "proposedId",
    erasure_digest(persons_as(p.id)) as digest,
    (select json_agg(json_build_object('area', c.area, 'removed', c.removed, 'cleared', c.cleared, 'kept', c.kept) order by c.area)
      from (select area, sum(removed)::int as removed, sum(cleared)::int as cleared, sum(kept)::int as kept
        from erasure_counts(persons_as(p.id)) group by area having sum(removed) + sum(kept) > 0) c) as areas
  from person p where p.id = $1`;
