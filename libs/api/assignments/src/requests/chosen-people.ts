import type { Ctx, Tx } from '@lms/api-platform';
import type { ChosenPeople } from '@lms/contracts';

/** $1 who asks, $2 today: their live engagements in scope, with what a pasted line can name them by. */
const SEEN = `
  with seen as materialized (
    select e.id, e.person_id, e.organisation_id, e.scheme_ids, e.employment_group, e.starts_on, e.employee_number, e.work_email
    from engagements_in_scope($1, $2) x(id)
    join engagement e on e.id = x.id and (e.ends_on is null or e.ends_on >= $2)
    join person p on p.id = e.person_id and p.erased_at is null
  )`;

/**
 * What each pasted line names; $3 lines as JSON. By employee number, work or contact e-mail address, or sign-in name,
 * whatever the case of the letters.
 */
const MATCH = `${SEEN}, named as (
    select s.person_id, k.name from seen s
    join person p on p.id = s.person_id
    cross join lateral (
      select lower(s.employee_number) as name union select lower(s.work_email) union select lower(p.contact_email)
      union select lower(n.name) from sign_in_name n where n.person_id = p.id
    ) k where k.name is not null
  )
  select l.line, count(distinct n.person_id)::int as people, min(n.person_id::text) as "personId"
  from jsonb_array_elements_text($3::jsonb) with ordinality l(line, at)
  left join named n on n.name = lower(l.line)
  group by l.line order by min(l.at)`;

/** $3 people, $4 organisations, $5 schemes, $6 groups. One engagement each: the one that has lasted longest. */
const CHOOSE = `${SEEN}
  select distinct on (s.person_id) s.person_id as "personId", s.id as "engagementId"
  from seen s
  where s.person_id = any ($3::uuid[])
    or (cardinality($4::uuid[]) + cardinality($5::uuid[]) + cardinality($6::text[]) > 0
      and (cardinality($4::uuid[]) = 0 or s.organisation_id in (select organisation_and_below(o) from unnest($4::uuid[]) o))
      and (cardinality($5::uuid[]) = 0 or s.scheme_ids && $5::uuid[])
      and (cardinality($6::text[]) = 0 or s.employment_group = any ($6::text[])))
  order by s.person_id, s.starts_on, s.id`;

export interface Choice {
  people: { personId: string; engagementId: string }[];
  unmatched: { line: string; why: 'nobody' | 'several' | 'yourself' }[];
}

interface Matched {
  line: string;
  people: number;
  personId: string | null;
}

/** Whom a request is for, among those whom the actor sees; never the actor. A line that names two people names nobody. */
export async function choosePeople(tx: Pick<Tx, 'query'>, ctx: Ctx, chosen: ChosenPeople): Promise<Choice> {
  const asks = [ctx.actor.personId, ctx.today];
  const lines = chosen.lines.filter((line) => line !== '');
  const matched: Matched[] = lines.length === 0 ? [] : await tx.query(MATCH, [...asks, JSON.stringify(lines)]);
  const named = matched.flatMap(({ people, personId }) => (people === 1 && personId !== null ? [personId] : []));
  const people: Choice['people'] = await tx.query(CHOOSE, [
    ...asks,
    [...chosen.personIds, ...named],
    chosen.organisationIds,
    chosen.schemeIds,
    chosen.groups,
  ]);
  return {
    people: people.filter(({ personId }) => personId !== ctx.actor.personId),
    unmatched: matched.flatMap<Choice['unmatched'][number]>(({ line, people: n, personId }) => {
      if (n !== 1) return [{ line, why: n === 0 ? 'nobody' : 'several' }];
      return personId === ctx.actor.personId ? [{ line, why: 'yourself' }] : [];
    }),
  };
}
