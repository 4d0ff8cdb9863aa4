import { Conflict, type Tx } from '@lms/api-platform';
import { addDays, type LocalDate, maxDate } from '@lms/domain';

/**
 * Refuses to end roles after which there would be no administrator: somebody else who can sign in has to hold the role on
 * the first day without these. Whoever ends an administrator's role waits for whoever does so at the same moment.
 */
export async function keepAnAdministrator(
  tx: Tx,
  ending: readonly { id: string; role: string }[],
  { endsOn, today }: { endsOn: LocalDate; today: LocalDate },
): Promise<void> {
  const ids = ending.filter(({ role }) => role === 'administrator').map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('administrators', 2))`);
  const next = maxDate(addDays(endsOn, 1), today) ?? today;
  const left: unknown[] = await tx.query(
    `select g.id from role_grant g
     where g.role = 'administrator' and g.id <> all ($1) and g.starts_on <= $2 and (g.ends_on is null or g.ends_on >= $2)
       and (
         exists (select from engagement e where e.person_id = g.person_id and (e.ends_on is null or e.ends_on >= $2))
         or not exists (select from engagement e where e.person_id = g.person_id))
     limit 1`,
    [ids, next],
  );
  if (left.length > 0) return;
  throw new Conflict(
    'last-administrator',
    'Nobody would be an administrator any more. Make somebody else one first; nothing was changed.',
  );
}
