import { Transactions } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { KeepChunk } from './keep-chunk.js';
import { readChunks } from './read-chunks.js';

/**
 * Tells everybody what is to be told on a day. It may be run as often as one likes, and be killed at any moment: what was
 * told is in the ledger, and the next run goes on with the rest.
 */
@Injectable()
export class SendDigests {
  constructor(
    private readonly transactions: Transactions,
    private readonly keepChunk: KeepChunk,
  ) {}

  /** Answers how many people were told; null when another worker is at it. `people` is how many are told together. */
  run(
    today: string,
    at: Date,
    { signal, people }: { signal?: AbortSignal; people?: number } = {},
  ): Promise<number | null> {
    return this.transactions.run({ actorId: null, at }, async (tx) => {
      // Held for as long as the list is read, by this transaction alone: chunks commit in their own.
      const [lock]: { mine: boolean }[] = await tx.query(
        `select pg_try_advisory_xact_lock(hashtextextended('digest', 27)) as mine`,
      );
      if (!lock?.mine) return null;
      // Committed by itself, as the chunks are: they look for it.
      await this.transactions.run({ actorId: null, at }, (own) =>
        own.query('select lapse_digests($1, $2)', [today, at]),
      );
      let told = 0;
      for await (const chunk of readChunks(tx, today, people)) {
        signal?.throwIfAborted();
        told += await this.keepChunk.run(chunk, today, at);
      }
      return told;
    });
  }
}
