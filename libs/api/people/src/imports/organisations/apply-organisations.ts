import type { AppliedRow, GivenImport, PlannedRow } from '@lms/api-imports';
import { Invalid, type Tx } from '@lms/api-platform';
import { v7 as uuid } from 'uuid';
import { takeTurn } from '../../shared/turns.js';
import type { CheckedOrganisation } from './check-organisations.js';

const id = (key: string): string => `organisation_named(x.plan ->> '${key}')`;
const WRITE = `
  insert into organisation as o (id, kind, name, short_name, parent_id, sponsor_id, created_at)
  select x.id, coalesce(x.plan ->> 'kind', 'supplier'), x.plan ->> 'name', coalesce(x.plan ->> 'shortName', left(x.plan ->> 'name', 40)),
    ${id('parent')}, ${id('sponsor')}, $2
  from jsonb_to_recordset($1::jsonb) x(id uuid, plan jsonb)`;
const CHANGE = `
  update organisation o set version = o.version + 1, kind = coalesce(x.plan ->> 'kind', o.kind),
    short_name = coalesce(x.plan ->> 'shortName', o.short_name),
    parent_id = case when x.plan ? 'parent' then ${id('parent')} else o.parent_id end,
    sponsor_id = case when x.plan ? 'sponsor' then ${id('sponsor')} else o.sponsor_id end
  from jsonb_to_recordset($1::jsonb) x(id uuid, plan jsonb) where o.id = x.id`;
/* $1 what was written: what breaks a rule of kinds and tiers, all of them once more, as they stand now. */
const BROKEN = `
  with recursive up(start, id) as (
    select o.id, o.parent_id from organisation o where o.id = any ($1) and o.parent_id is not null
    union
    select u.start, o.parent_id from organisation o join up u on o.id = u.id where o.parent_id is not null
  )
  select 1 from up where id = start
  union all
  select 1 from organisation o left join organisation p on p.id = o.parent_id left join organisation s on s.id = o.sponsor_id
  where o.id = any ($1) and (p.kind <> 'supplier' or s.kind <> 'partner') limit 1`;
const AUDIT = `
  insert into audit_event (at, actor_id, action, target_type, target_id, detail)
  select $2, $3, x.action, 'organisation', x.id, x.plan || jsonb_build_object('importId', $4::text)
  from jsonb_to_recordset($1::jsonb) x(action text, id uuid, plan jsonb)`;
const MOVED = `
  insert into outbox_event (at, type, payload)
  select $2, 'organisation.moved', jsonb_build_object('organisationId', x.id)
  from jsonb_to_recordset($1::jsonb) x(id uuid, plan jsonb) where x.plan ?| array['kind', 'parent']`;

export async function applyOrganisations(
  tx: Tx,
  { importId, actorId, at }: GivenImport,
  rows: readonly PlannedRow<CheckedOrganisation>[],
): Promise<AppliedRow[]> {
  const written = rows.flatMap(({ plan }) =>
    plan ? [{ id: plan.id ?? uuid(), action: plan.id ? 'organisation.save' : 'organisation.create', plan }] : [],
  );
  const changed = JSON.stringify(written.filter(({ plan }) => plan.id !== null));
  await takeTurn(tx, 'organisations');
  await tx.query(WRITE, [JSON.stringify(written.filter(({ plan }) => plan.id === null)), at]);
  await tx.query(CHANGE, [changed]);
  const broken: unknown[] = await tx.query(BROKEN, [written.map((one) => one.id)]);
  if (broken.length > 0) {
    throw new Invalid([
      {
        path: 'parent',
        message: 'The tier above is a supplier, the sponsor is a partner, and nothing stands below itself.',
      },
    ]);
  }
  await tx.query(AUDIT, [JSON.stringify(written), at, actorId, importId]);
  await tx.query(MOVED, [changed, at]);
  return [];
}
