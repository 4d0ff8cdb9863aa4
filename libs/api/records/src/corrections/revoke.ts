import { Conflict, type Ctx, Invalid, NotFound, type Tx } from '@lms/api-platform';
import type { TakeBackRequest } from '@lms/contracts';

interface Entry {
  revoked: boolean;
  sameBefore: boolean;
  recorder: boolean;
  own: boolean;
}

/** The entry; whether it was taken back, and by the very same act; whether the actor had recorded it, and whether it is theirs. */
const ENTRY = `
  select is_revoked(l.person_id, l.seq) as revoked,
    exists (
      select from ledger_entry r join ledger_private k on k.person_id = r.person_id and k.seq = r.seq and k.field = 'recordedBy'
      where r.person_id = l.person_id and r.kind = 'revocation' and r.revokes_seq = l.seq
        and k.value = to_json($3::text)::text and r.body::jsonb #>> '{fact,reasonCode}' = $4
    ) as "sameBefore",
    exists (
      select from ledger_private k where k.person_id = l.person_id and k.seq = l.seq and k.field = 'recordedBy'
        and k.value = to_json($3::text)::text
    ) as recorder,
    same_person(l.person_id, $3::uuid) as own
  from ledger_entry l where l.person_id = $1 and l.seq = $2 and l.kind = 'completion'`;

/**
 * Appends the fact that takes an entry back; answers its number, null when the same person did the same before. The
 * People Team takes back anything, others what they recorded themselves; nobody their own.
 */
export async function revoke(
  tx: Tx,
  ctx: Ctx,
  personId: string,
  seq: number,
  { reasonCode, note }: TakeBackRequest,
): Promise<number | null> {
  const actor = ctx.actor.personId;
  const [entry]: Entry[] = await tx.query(ENTRY, [personId, seq, actor, reasonCode]);
  if (!entry || !(entry.recorder || ctx.actor.permissions.has('record.correct'))) throw new NotFound();
  if (entry.own) throw new Conflict('own-record', 'Somebody else has to correct your own record. Ask a colleague.');
  if (reasonCode === 'other' && note === '') throw new Invalid([{ path: 'note', message: 'Say what the reason is' }]);
  if (entry.revoked) {
    if (entry.sameBefore) return null;
    throw new Conflict('taken-back-already', 'Somebody has taken this back already.');
  }
  const [made]: { seq: number | null }[] = await tx.query('select revoke_completion($1, $2, $3, $4, $5) as seq', [
    personId,
    seq,
    reasonCode,
    JSON.stringify({ recordedBy: actor, ...(note === '' ? {} : { note }) }),
    ctx.now,
  ]);
  return made?.seq ?? null;
}
