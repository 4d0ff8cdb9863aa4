import type { Tx } from '@lms/api-platform';
import { liveSql } from '../../shared/sql-text.js';
import type { PlannedEngagement, PlannedPerson } from './person-plan.js';

const ADD_PEOPLE = `
  insert into person (id, given_name, family_name, known_as, contact_email, phone, created_at)
  select x.id, x."givenName", x."familyName", x."knownAs", x."contactEmail", x.phone, $2
  from jsonb_to_recordset($1::jsonb) x(id uuid, "givenName" text, "familyName" text, "knownAs" text, "contactEmail" text, phone text)`;

/** A column that is not named in the change stays. */
const kept = (column: string, key: string, value = `x.change ->> '${key}'`): string =>
  `${column} = case when x.change ? '${key}' then ${value} else y.${column} end`;

const CHANGE_PEOPLE = `
  update person y set version = y.version + 1, ${kept('given_name', 'givenName')}, ${kept('family_name', 'familyName')},
    ${kept('known_as', 'knownAs')}, ${kept('contact_email', 'contactEmail')}, ${kept('phone', 'phone')}
  from jsonb_to_recordset($1::jsonb) x(id uuid, change jsonb) where y.id = x.id`;

const ids = (key: string): string =>
  `array(select s::uuid from jsonb_array_elements_text(coalesce(x.change -> '${key}', '[]')) s)`;
const texts = (key: string): string =>
  `array(select s from jsonb_array_elements_text(coalesce(x.change -> '${key}', '[]')) s)`;

const ADD_ENGAGEMENTS = `
  insert into engagement (id, person_id, organisation_id, employee_number, job_role, employment_group, scheme_ids, tags, line_manager_id,
    work_email, starts_on, ends_on, created_at)
  select x.id, x."personId", x."organisationId", x."employeeNumber", x.change ->> 'jobRole', x.change ->> 'employmentGroup', ${ids('schemeIds')},
    ${texts('tags')}, (x.change ->> 'lineManagerId')::uuid, x.change ->> 'workEmail', (x.change ->> 'startsOn')::date,
    (x.change ->> 'endsOn')::date, $2
  from jsonb_to_recordset($1::jsonb) x(id uuid, "personId" uuid, "organisationId" uuid, "employeeNumber" text, change jsonb)`;

const CHANGE_ENGAGEMENTS = `
  update engagement y set version = y.version + 1, ${kept('job_role', 'jobRole')}, ${kept('employment_group', 'employmentGroup')},
    ${kept('scheme_ids', 'schemeIds', ids('schemeIds'))}, ${kept('tags', 'tags', texts('tags'))},
    ${kept('line_manager_id', 'lineManagerId', "(x.change ->> 'lineManagerId')::uuid")}, ${kept('work_email', 'workEmail')},
    ${kept('starts_on', 'startsOn', "(x.change ->> 'startsOn')::date")}, ${kept('ends_on', 'endsOn', "(x.change ->> 'endsOn')::date")}
  from jsonb_to_recordset($1::jsonb) x(id uuid, change jsonb) where y.id = x.id
  returning y.id, y.person_id as "personId"`;

type EngagementChange = PlannedEngagement & { lineManagerId?: string | null };

export async function addPeople(
  tx: Tx,
  at: Date,
  rows: readonly (PlannedPerson & { id: string | undefined })[],
): Promise<void> {
  if (rows.length > 0) await tx.query(ADD_PEOPLE, [JSON.stringify(rows), at]);
}

export async function changePeople(tx: Tx, rows: readonly { id: string; change: PlannedPerson }[]): Promise<void> {
  if (rows.length > 0) await tx.query(CHANGE_PEOPLE, [JSON.stringify(rows)]);
}

export async function addEngagements(
  tx: Tx,
  at: Date,
  rows: readonly {
    id: string;
    personId: string;
    organisationId: string;
    employeeNumber: string;
    change: EngagementChange;
  }[],
): Promise<void> {
  if (rows.length > 0) await tx.query(ADD_ENGAGEMENTS, [JSON.stringify(rows), at]);
}

export async function changeEngagements(
  tx: Tx,
  rows: readonly { id: string; change: EngagementChange }[],
): Promise<{ id: string; personId: string }[]> {
  if (rows.length === 0) return [];
  const [changed]: [{ id: string; personId: string }[]] = await tx.query(CHANGE_ENGAGEMENTS, [JSON.stringify(rows)]);
  return changed;
}

/** Whether somebody of these engagements now stands above themselves. */
export async function closesCircle(tx: Tx, today: string, engagementIds: readonly string[]): Promise<boolean> {
  if (engagementIds.length === 0) return false;
  const found: unknown[] = await tx.query(
    `with recursive up(start, id) as (
       select person_id, line_manager_id from engagement where id = any ($1) and line_manager_id is not null and ${liveSql('engagement', '$2')}
       union
       select u.start, e.line_manager_id from engagement e join up u on e.person_id = u.id
       where e.line_manager_id is not null and ${liveSql('e', '$2')}
     )
     select 1 from up where id = start limit 1`,
    [engagementIds, today],
  );
  return found.length > 0;
}
