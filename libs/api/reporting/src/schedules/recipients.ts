import { type Ctx, Invalid, type Tx } from '@lms/api-platform';

/** $1 who asks, $2 today, $3 whom: those of them who are seen and can sign in. */
const KNOWN = `
  select p.id from person p
  where p.id = any ($3::uuid[]) and p.id in (select people_in_scope($1, $2)) and p.erased_at is null
    and exists (select from sign_in_name n where n.person_id = p.id)`;
/** Whoever was taken off comes back as they left: their own choice stands. */
const PUT = `
  insert into schedule_recipient (schedule_id, person_id, added_at)
  select $1, p.id, $3 from unnest($2::uuid[]) p(id)
  on conflict (schedule_id, person_id) do update set removed_at = null`;
const TAKE_OFF = `
  update schedule_recipient set removed_at = $3
  where schedule_id = $1 and removed_at is null and who_is(person_id) <> all ($2::uuid[])`;
const STAYING = `select who_is(person_id) as id from schedule_recipient where schedule_id = $1 and removed_at is null`;

/**
 * Makes these the recipients of a schedule. Invalid for whoever is not seen or cannot sign in, which read the same; who is
 * on it already and is named stays, whether they can sign in or not.
 */
export async function putRecipients(
  tx: Tx,
  { actor, today, now }: Ctx,
  scheduleId: string,
  personIds: readonly string[],
): Promise<void> {
  const staying = new Set((await tx.query<{ id: string }[]>(STAYING, [scheduleId])).map(({ id }) => id));
  const added = personIds.filter((id) => !staying.has(id));
  const known = await tx.query<{ id: string }[]>(KNOWN, [actor.personId, today, added]);
  if (known.length < added.length)
    throw new Invalid([{ path: 'recipientIds', message: 'Choose only people whom you see and who can sign in' }]);
  await tx.query(TAKE_OFF, [scheduleId, personIds, now]);
  await tx.query(PUT, [scheduleId, added, now]);
}
