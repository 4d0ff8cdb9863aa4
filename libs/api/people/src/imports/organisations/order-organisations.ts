import type { GivenImport } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';

/* Rows whose tier above or sponsor is new in the same file come after it; a circle of tiers has no beginning and stays faulty. */
const WAVES = `
  with recursive named as (
    select r.n, r.identity, lower(x.name) as above
    from import_row r cross join lateral (values (r.plan ->> 'parent'), (r.plan ->> 'sponsor')) x(name)
    where r.import_id = $1 and r.outcome in ('new', 'change') and x.name is not null
  ), inside as (
    select d.* from named d join import_row u on u.import_id = $1 and u.identity = d.above and u.outcome in ('new', 'change')
  ), way(n, identity, wave, path) as (
    select i.n, i.identity, 1, array[i.identity, i.above] from inside i
    union all
    select w.n, w.identity, w.wave + 1, w.path || i.above from way w join inside i on i.identity = w.path[cardinality(w.path)]
    where not i.above = any (w.path)
  ), circular as (
    select distinct w.n from way w join inside i on i.identity = w.path[cardinality(w.path)] and i.above = w.identity
  )
  update import_row r set wave = m.wave,
    outcome = case when c.n is null then r.outcome else 'faulty' end,
    messages = case when c.n is null then r.messages
      else jsonb_build_array(jsonb_build_object('column', 'parent', 'message', 'With this, it would stand below itself through others.')) end
  from (select n, max(wave) as wave from way group by n) m left join circular c on c.n = m.n
  where r.import_id = $1 and r.n = m.n`;

export async function orderOrganisations(tx: Tx, { importId }: GivenImport): Promise<void> {
  await tx.query(WAVES, [importId]);
}
