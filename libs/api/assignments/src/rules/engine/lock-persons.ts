import type { Tx } from '@lms/api-platform';

/** As `lockPerson` for many, in one order for everybody, so that two never wait for each other. */
export async function lockPersons(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended(p.id::text, 5)) from (select unnest($1::uuid[]) as id order by 1) p`,
    [personIds],
  );
}
