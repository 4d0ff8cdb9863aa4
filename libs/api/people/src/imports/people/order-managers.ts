import type { GivenImport } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';
import { liveSql } from '../../shared/sql-text.js';

/*
 * Lines of management that the file plans. Both ends are the id of a person, or of somebody new what their row is about.
 * $1 the import.
 */
const PLANNED = `
  select r.n, r.identity, coalesce(r.plan ->> 'personId', r.identity) as "from",
    case when e.id is null then r.plan ->> 'manager' else who_is(e.person_id)::text end as "to",
    e.id is null as inside, r.plan ->> 'manager' as manager
  from import_row r
  left join engagement e on e.organisation_id = split_part(r.plan ->> 'manager', '|', 1)::uuid
    and lower(e.employee_number) = split_part(r.plan ->> 'manager', '|', 2)
  where r.import_id = $1 and r.outcome in ('new', 'change') and r.plan ->> 'manager' is not null`;

const message = (text: string): string =>
  `r.messages || jsonb_build_array(jsonb_build_object('column', 'lineManager', 'message', ${text}))`;

/* Everybody above everybody whose line the file moves, by what it plans and by what stands and is not moved. $2 today. */
const CIRCULAR = `
  with recursive planned as materialized (${PLANNED}), lines as materialized (
    select "from", "to" from planned
    union
    select e.person_id::text, e.line_manager_id::text from engagement e
    where e.line_manager_id is not null and ${liveSql('e', '$2')}
      and not exists (select from import_row r where r.import_id = $1 and r.plan ->> 'engagementId' = e.id::text and r.plan ? 'manager')
  ), above(start, at) as (
    select "from", "to" from planned
    union
    select a.start, l."to" from above a join lines l on l."from" = a.at
  ), circular as (
    select distinct start from above where at = start
  )
  update import_row r set outcome = 'faulty', plan = null, messages = ${message("'With this, somebody would report to themselves through others.'")}
  from planned p join circular c on c.start = p."from" where r.import_id = $1 and r.n = p.n returning r.n`;

/* Who reports to a row that cannot be used. */
const WITHOUT = `
  with planned as (${PLANNED})
  update import_row r set outcome = 'faulty', plan = null,
    messages = ${message("'Row ' || m.n || ', which is about the line manager, cannot be used.'")}
  from planned p join import_row m on m.import_id = $1 and m.identity = p.manager and m.outcome = 'faulty'
  where p.inside and r.import_id = $1 and r.n = p.n returning r.n`;

/* How many new line managers stand above each row. */
const WAVES = `
  with recursive inside as materialized (select p.* from (${PLANNED}) p where p.inside), way(n, manager, wave) as (
    select n, manager, 1 from inside
    union all
    select w.n, i.manager, w.wave + 1 from way w join inside i on i.identity = w.manager
  )
  update import_row r set wave = w.wave from (select n, max(wave) as wave from way group by n) w where r.import_id = $1 and r.n = w.n and r.wave <> w.wave`;

/**
 * Line managers who are in the file are written before those who report to them; and nobody may come to report to themselves,
 * by this file together with what stands. All in the database: the file may be long.
 */
export async function orderManagers(tx: Tx, { importId, today }: GivenImport): Promise<void> {
  await tx.query(CIRCULAR, [importId, today]);
  // From the top of each line downwards.
  while (await changes(tx, importId));
  await tx.query(WAVES, [importId]);
}

async function changes(tx: Tx, importId: string): Promise<boolean> {
  const [changed]: [unknown[]] = await tx.query(WITHOUT, [importId]);
  return changed.length > 0;
}
