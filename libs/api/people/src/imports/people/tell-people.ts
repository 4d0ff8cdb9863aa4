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

const EVENTS = `
  insert into outbox_event (at, type, person_id, payload)
  select $2, e.type, e."personId", e.payload from jsonb_to_recordset($1::jsonb) e(type text, "personId" uuid, payload jsonb)`;
const AUDIT = `
  insert into audit_event (at, actor_id, action, target_type, target_id, detail)
  select $2, $3, a.action, a.target, a.id, a.detail from jsonb_to_recordset($1::jsonb) a(action text, target text, id uuid, detail jsonb)`;

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
  const firstOf = new Map(engagements.map((one) => [one.personId, one.id]));
  const events = [
    ...[...saved.values()].flatMap(({ id, added }) => [
      ...(added
        ? [
            {
              type: 'person.added',
              personId: id,
              payload: { personId: id, engagementId: firstOf.get(id), invite: 'no' },
            },
          ]
        : []),
      { type: 'person.saved', personId: id, payload: { personId: id } },
    ]),
    ...engagements.map(({ id, personId }) => ({
      type: 'engagement.saved',
      personId,
      payload: { engagementId: id, personId },
    })),
  ];
  const audits = [
    ...[...saved.values()].map(({ id, added, changed }) => ({
      action: added ? 'person.add' : 'person.save',
      target: 'person',
      id,
      detail: added ? { importId } : { importId, changed },
    })),
    ...engagements.map(({ id, personId, added, changed }) => ({
      action: added ? 'engagement.add' : 'engagement.save',
      target: 'engagement',
      id,
      detail: { importId, personId, ...(added ? {} : { changed }) },
    })),
  ];
  if (events.length > 0) await tx.query(EVENTS, [JSON.stringify(events), at]);
  if (audits.length > 0) await tx.query(AUDIT, [JSON.stringify(audits), at, actorId]);
}
