import { Clock, JobHandlers, KeptMails, Storage, Transactions, type Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

const USED = 'select exists (select from used_files(array[$1::text])) as used';

/** The stored files of an erased person, and mails to them that were kept as files, go once their rows are gone; what a row of somebody else names stays. */
@Injectable()
export class ForgetFiles implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly storage: Storage,
    private readonly mails: KeptMails,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('forget-files', ({ id }, signal) => this.run(id, signal));
  }

  /** Twice is once: a file that is gone is no error. */
  async run(erasureId: string, signal: AbortSignal): Promise<void> {
    const rest = await this.inTransaction((tx) => filesOf(tx, erasureId));
    for (const sha256 of rest) {
      signal.throwIfAborted();
      await this.inTransaction((tx) => this.forget(tx, sha256));
    }
    await this.mails.clear(signal);
    await this.inTransaction((tx) => tx.query(`update erasure set files = '{}' where id = $1`, [erasureId]));
  }

  private async forget(tx: Tx, sha256: string): Promise<void> {
    // The same lock as for every stored file: nobody begins to use it meanwhile.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
    const [row]: { used: boolean }[] = await tx.query(USED, [sha256]);
    if (row?.used === false) await this.storage.remove(sha256);
  }

  private inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run({ actorId: null, at: this.clock.now() }, work);
  }
}

async function filesOf(tx: Tx, erasureId: string): Promise<string[]> {
  const [row]: { files: string[] }[] = await tx.query('select files from erasure where id = $1', [erasureId]);
  return row?.files ?? [];
}
