import { NotFound, type Tx } from '@lms/api-platform';

/** The person behind an entry that may have been merged, with all entries of theirs; NotFound without one, or once erased. */
export async function personOf(tx: Pick<Tx, 'query'>, id: string): Promise<{ personId: string; entries: string[] }> {
  const [row]: { personId: string; entries: string[] }[] = await tx.query(
    `select p.id as "personId", persons_as(p.id)::text[] as entries from person p where p.id = who_is($1) and p.erased_at is null`,
    [id],
  );
  if (!row) throw new NotFound();
  return row;
}
