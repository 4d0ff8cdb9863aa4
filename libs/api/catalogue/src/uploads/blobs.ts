import { Clock, Conflict, Storage, Transactions, type Tx } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { UnpackingTurn } from './unpacking-turn.js';

const USED = `select exists (select from used_files(array[$1::text])) as used`;

/** Keeps rows and stored files in step: the same bytes may be used by several rows, and arrive while they are removed. */
@Injectable()
export class Blobs {
  constructor(
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly turn: UnpackingTurn,
  ) {}

  /** In the transaction that writes a row naming the file: from here on nobody removes it. */
  async hold(tx: Tx, sha256: string): Promise<void> {
    await lock(tx, sha256);
    if ((await this.storage.size(sha256)) !== undefined) return;
    throw new Conflict('try-again', 'The same file was being removed at that moment. Upload it again.');
  }

  async removeIfUnused(sha256: string, signal: AbortSignal): Promise<void> {
    await this.turn.run(signal, () =>
      this.transactions.run({ actorId: null, at: this.clock.now() }, async (tx) => {
        await lock(tx, sha256);
        const rows: { used: boolean }[] = await tx.query(USED, [sha256]);
        if (rows[0]?.used === false) await this.storage.remove(sha256);
      }),
    );
  }
}

async function lock(tx: Tx, sha256: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
}
