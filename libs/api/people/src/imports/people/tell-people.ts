import type { GivenImport } from '@lms/api-imports';
import type { Tx } from '@lms/api-platform';

export interface WrittenPerson {
  id: string;
  added: boolean;
  /** Names of what changed. */
  changed: string[];
}
export interface WrittenEngagement extends WrittenPerson {
  personId: string;
}

/* Who each event and each line of the audit is about is sent once; what they say of it is put together here. */
const TELL = `
  with people as materialized (
    select p.* from jsonb_to_recordset($1::jsonb) p(id uuid, added boolean, changed jsonb, "engagementId" uuid)
  ), engagements as materialized (
    select e.* from jsonb_to_recordset($2::jsonb) e(id uuid, "personId" uuid, added boolean, changed jsonb)
  ), audited as (
    insert into audit_event (at, actor_id, action, target_type, target_id, detail)
    select $3::timestamptz, $4::uuid, case when p.added then 'person.add' else 'person.save' end, 'person', p.id,
      jsonb_build_object('importId', $5::uuid) || case when p.added then '{}' else jsonb_build_object('changed', p.changed) end
    from people p
    union all
    select $3, $4, case when e.added then 'engagement.add' else 'engagement.save' end, 'engagement', e.id,
      jsonb_build_object('importId', $5::uuid, 'personId', e."personId")
      || case when e.added then '{}' else jsonb_build_object('changed', e.changed) end
    from engagements e
  )
  insert into outbox_event (at, type, person_id, payload)
  select $3, 'person.added', p.id, jsonb_strip_nulls(jsonb_build_object('personId', p.id, 'engagementId', p."engagementId", 'invite', 'no'))
  from people p where p.added
  union all
  select $3, 'person.saved', p.id, jsonb_build_object('personId', p.id) from people p
  union all
  select $3, 'engagement.saved', e."personId", jsonb_build_object('engagementId', e.id, 'personId', e."personId") from engagements e`;

interface Written {
  people: readonly WrittenPerson[];
  engagements: readonly WrittenEngagement[];
}

/** The same events as when people are added and saved by hand, and who did it by which file. */
export async function tellPeople(
  tx: Tx,
  { importId, actorId, at }: GivenImport,
  { people, engagements }: Written,
): Promise<void> {
  const saved = new Map(people.filter(({ added, changed }) => added || changed.length > 0).map((one) => [one.id, one]));
  if (saved.size === 0 && engagements.length === 0) return;
  const firstOf = new Map(engagements.map((one) => [one.personId, one.id]));
  const told = [...saved.values()].map(({ id, added, changed }) =>
    added ? { id, added, engagementId: firstOf.get(id) } : { id, added, changed },
  );
  const engaged = engagements.map(({ id, personId, added, changed }) =>
    added ? { id, personId, added } : { id, personId, added, changed },
  );
  await tx.query(TELL, [JSON.stringify(told), JSON.stringify(engaged), at, actorId, importId]);
}
