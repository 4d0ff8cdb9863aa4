import { manyInScopeSql } from '@lms/api-platform';
import type { GivenImport } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import type { EmploymentGroup } from '@lms/domain';
import { liveSql, nameSql } from '../../shared/sql-text.js';
import type { GivenPerson } from './given-person.js';

/** An engagement and its person as they stand. */
export interface StandingEngagement {
  id: string;
  personId: string;
  givenName: string;
  familyName: string;
  knownAs: string | null;
  contactEmail: string | null;
  phone: string | null;
  /** Whether its row says a name that is far from theirs. */
  likeness: number | null;
  jobRole: string;
  employmentGroup: EmploymentGroup;
  schemeIds: string[];
  schemes: string[];
  tags: string[];
  managerId: string | null;
  managerName: string | null;
  workEmail: string | null;
  startsOn: string;
  endsOn: string | null;
}

export interface StandingFacts {
  n: number;
  /** Null where the actor may bring in nobody, or there is no such organisation. */
  organisationId: string | null;
  organisationName: string | null;
  engagement: StandingEngagement | null;
  /** The number is that of somebody whom the actor does not see, or whose entry was erased. */
  taken: boolean;
  managerOrganisationId: string | null;
  /** The line manager whom the row names, if they are there and the actor sees them. */
  newManager: { id: string; name: string; live: boolean } | null;
  /** The file has a row for the line manager. */
  managerInFile: boolean;
}

/* Each number is looked up by itself, and each line manager's once: a plan for all of them goes through whole organisations while they fill. $1 rows, $2 actor, $3 today, $4 import, $5 the place of the organisation in the file, $6 numbers of line managers, $7 the organisation of all rows. */
const FACTS = `
  with given as materialized (
    select * from jsonb_to_recordset($1::jsonb)
      g(n int, organisation text, number text, name text, "managerNumber" text, "managerOrganisation" text)
  ), named as materialized (
    select d.organisation, o.id, o.name
    from (select organisation from given union select "managerOrganisation" from given where "managerOrganisation" <> '') d
    join organisation o on o.id = organisation_named(d.organisation)
  ), managers as materialized (
    select d.organisation, d.number, json_build_object('id', y.id, 'name', ${nameSql('y.id')}, 'live', ${liveSql('m', '$3')}) as found
    from (select distinct "managerOrganisation" as organisation, lower("managerNumber") as number from given where "managerNumber" <> '') d
    join named o on o.organisation = d.organisation
    join lateral (
      select x.* from engagement x where x.organisation_id = o.id and lower(x.employee_number) = d.number offset 0
    ) m on ${manyInScopeSql('m.person_id', '$2', '$3')}
    left join person_alias mi on mi.person_id = m.person_id
    cross join lateral (select coalesce(mi.same_as, m.person_id) as id) y
  ), in_file as materialized (
    select distinct f.key, organisation_named(f.organisation) as organisation_id from (
      select distinct r.key, coalesce(r.cells ->> $5::int, $7) as organisation from import_row r where r.import_id = $4 and r.key = any ($6::text[])
    ) f
  )
  select g.n, o.id as "organisationId", o.name as "organisationName",
    e.id is not null and not t.open as taken,
    case when t.open then json_build_object(
      'id', e.id, 'personId', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'knownAs', p.known_as,
      'contactEmail', p.contact_email, 'phone', p.phone, 'likeness', case when g.name <> '' then similarity(name_to_compare(p), lower(g.name)) end,
      'jobRole', e.job_role, 'employmentGroup', e.employment_group, 'schemeIds', e.scheme_ids,
      'schemes', array(select s.name from scheme s where s.id = any (e.scheme_ids) order by s.name),
      'tags', e.tags, 'managerId', e.line_manager_id, 'managerName', ${nameSql('e.line_manager_id')}, 'workEmail', e.work_email,
      'startsOn', e.starts_on, 'endsOn', e.ends_on) end as engagement,
    mo.id as "managerOrganisationId",
    m.found as "newManager",
    (lower(g."managerNumber"), mo.id) in (select key, organisation_id from in_file) is true as "managerInFile"
  from given g
  left join named o on o.organisation = g.organisation and o.id in (select organisations_filled_by($2, $3))
  left join lateral (
    select x.* from engagement x where x.organisation_id = o.id and lower(x.employee_number) = lower(g.number) offset 0) e on true
  left join person_alias ei on ei.person_id = e.person_id
  left join person p on p.id = coalesce(ei.same_as, e.person_id)
  cross join lateral (select p.id is not null and p.erased_at is null and ${manyInScopeSql('p.id', '$2', '$3')} as open) t
  left join named mo on mo.organisation = g."managerOrganisation"
  left join managers m on m.organisation = g."managerOrganisation" and m.number = lower(g."managerNumber")`;

export async function standingPeople(
  tx: Tx,
  { importId, actorId, today }: GivenImport,
  organisation: { place: number | null; common: string | null },
  rows: readonly GivenPerson[],
): Promise<Map<number, StandingFacts>> {
  const given = rows.map(({ n, organisation, number, name, manager }) => ({
    n,
    organisation,
    number,
    name,
    managerNumber: manager?.number ?? '',
    managerOrganisation: manager?.organisation ?? '',
  }));
  const facts: StandingFacts[] = await tx.query(FACTS, [
    JSON.stringify(given),
    actorId,
    today,
    importId,
    organisation.place,
    [...new Set(rows.flatMap(({ manager }) => manager?.number.toLowerCase() ?? []))],
    organisation.common,
  ]);
  return new Map(facts.map((one) => [one.n, one]));
}

/** Ids and names by what rows call them, in small letters: code or name. */
export async function schemesCalled(
  tx: Tx,
  rows: readonly GivenPerson[],
): Promise<Map<string, { id: string; name: string }>> {
  const called = [...new Set(rows.flatMap(({ schemes }) => schemes ?? []).map((one) => one.toLowerCase()))];
  if (called.length === 0) return new Map();
  const found: { id: string; code: string; name: string }[] = await tx.query(
    'select id, code, name from scheme where lower(code) = any ($1) or lower(name) = any ($1) order by created_at',
    [called],
  );
  return new Map(
    found.flatMap(({ id, code, name }) => [code, name].map((one) => [one.toLowerCase(), { id, name }] as const)),
  );
}
