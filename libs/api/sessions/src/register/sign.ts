import type { Ctx, Tx } from '@lms/api-platform';

export interface Signature {
  bookingId: string;
  how: 'code' | 'signature';
  name: string;
  drawing: string | null;
}

/** Somebody says by themselves that they are there: once, for good. The trainer can still say that they did not stay. */
export async function sign(tx: Tx, ctx: Ctx, { bookingId, how, name, drawing }: Signature): Promise<Date> {
  const by = [bookingId, ctx.actor.personId, ctx.now];
  await tx.query(
    `insert into session_signature (booking_id, device_of, signed_at, how, name, drawing) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [...by, how, name, drawing],
  );
  await tx.query(
    `update session_booking set attendance = 'present', marked_by = $2, marked_at = $3, version = version + 1
     where id = $1 and attendance is distinct from 'present'`,
    by,
  );
  const [signed]: { at: Date }[] = await tx.query(
    'select signed_at as at from session_signature where booking_id = $1',
    [bookingId],
  );
  return signed?.at ?? ctx.now;
}
