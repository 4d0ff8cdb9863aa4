import { Conflict, type Storage, type Tx } from '@lms/api-platform';

/** In the transaction that writes a row naming the file: from here on nobody clears it away. */
export async function holdFile(tx: Tx, storage: Storage, sha256: string): Promise<void> {
  // The same lock as whoever removes files that no row names.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
  if ((await storage.size(sha256)) !== undefined) return;
  throw new Conflict('try-again', 'The same file was being removed at that moment. Send it again.');
}
