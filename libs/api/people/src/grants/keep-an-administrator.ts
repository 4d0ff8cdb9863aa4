import { Conflict, type Tx } from '@lms/api-platform';
import { addDays, type LocalDate, maxDate } from '@lms/domain';

/** A grant `g` of an administrator who can sign in on a day. */
const counts = (day: string): string => `
  g.role = 'administrator' and g.starts_on <= ${day} and (g.ends_on is null or g.ends_on >= ${day})
  and (
    exists (select from engagement e where e.person_id = g.person_id and (e.ends_on is null or e.ends_on >= ${day}))
    or not exists (select from engagement e where e.person_id = g.person_id))`;

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
  await oneAfterTheOther(tx);
  const next = maxDate(addDays(endsOn, 1), today) ?? today;
  const left: unknown[] = await tx.query(
    `select g.id from role_grant g where g.id <> all ($1) and ${counts('$2')} limit 1`,
    [ids, next],
  );
  if (left.length === 0) throw nobodyLeft();
}

/**
 * The same where engagements end, with which an administrator's sign-in ends: called after the new last days were written,
 * in their transaction. On the day after the last day of each administrator somebody else has to be one.
 */
export async function keepAnAdministratorEngaged(
  tx: Tx,
  personIds: readonly string[],
  today: LocalDate,
): Promise<void> {
  const held: unknown[] = await tx.query(
    `select from role_grant where person_id = any ($1::uuid[]) and role = 'administrator' limit 1`,
    [personIds],
  );
  if (held.length === 0) return;
  await oneAfterTheOther(tx);
  const without: unknown[] = await tx.query(
    `select from (
       select e.person_id, greatest(max(e.ends_on) + 1, $1::date) as day
       from engagement e where e.person_id in (select person_id from role_grant where role = 'administrator')
       group by e.person_id having bool_and(e.ends_on is not null)
     ) d
     where exists (select from role_grant g where g.person_id = d.person_id and g.role = 'administrator'
         and g.starts_on <= d.day and (g.ends_on is null or g.ends_on >= d.day))
       and not exists (select from role_grant g where ${counts('d.day')})
     limit 1`,
    [today],
  );
  if (without.length > 0) throw nobodyLeft();
}

const oneAfterTheOther = (tx: Tx): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('administrators', 2))`);

const nobodyLeft = (): Conflict =>
  new Conflict(
    'last-administrator',
    'Nobody would be an administrator any more. Make somebody else one first; nothing was changed.',
  );
