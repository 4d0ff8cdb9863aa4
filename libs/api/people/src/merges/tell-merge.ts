import type { Ctx, Outbox, Tx } from '@lms/api-platform';

/**
 * Tells everybody who works things out about people: the employments of both are looked at again, and with them their
 * rules, paths and tasks.
 */
export async function tellMerge(
  tx: Tx,
  ctx: Ctx,
  outbox: Outbox,
  given: { type: 'people.merged' | 'people.unmerged'; personId: string; otherId: string },
): Promise<void> {
  const { type, personId, otherId } = given;
  await outbox.append(tx, ctx.now, { type, personId, payload: { personId, otherId } });
  for (const id of [personId, otherId]) {
    await outbox.append(tx, ctx.now, { type: 'person.saved', personId: id, payload: { personId: id } });
  }
  await tx.query(
    `insert into outbox_event (at, type, person_id, payload)
     select $3, 'engagement.saved', e.person_id, jsonb_build_object('engagementId', e.id, 'personId', e.person_id)
     from engagement e where e.person_id in ($1, $2) order by e.id`,
    [personId, otherId, ctx.now],
  );
}
