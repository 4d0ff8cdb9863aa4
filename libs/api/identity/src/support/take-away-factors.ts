import type { Tx } from '@lms/api-platform';

/** The app, the passkeys and the recovery codes of somebody; false where there was no way to take. */
export async function takeAwayFactors(tx: Tx, personId: string): Promise<boolean> {
  const [row]: { n: number }[] = await tx.query(
    `with app as (delete from authenticator_app where person_id = any (persons_as($1)) returning 1),
       keys as (delete from passkey where person_id = any (persons_as($1)) returning 1),
       codes as (delete from recovery_code where person_id = any (persons_as($1)) returning 1)
     select (select count(*) from app)::int + (select count(*) from keys)::int as n`,
    [personId],
  );
  return (row?.n ?? 0) > 0;
}
