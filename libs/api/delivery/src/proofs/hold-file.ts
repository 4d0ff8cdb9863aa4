import { Conflict, type Storage, type Tx } from '@lms/api-platform';

/** Until the transaction ends, nobody else writes or removes these bytes: the same lock as for every stored file. */
export async function lockFile(tx: Tx, sha256: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
}

/** In the transaction that writes a row naming the file: from here on nobody clears it away. */
export async function holdFile(tx: Tx, storage: Storage, sha256: string): Promise<void> {
  await lockFile(tx, sha256);
  if ((await storage.size(sha256)) !== undefined) return;
  throw new Conflict('try-again', 'The same file was being removed at that moment. Send it again.');
}
