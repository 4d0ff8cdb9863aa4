import { Readable } from 'node:stream';
import { Clock, JobHandlers, Outbox, Storage, type StoredBytes, Transactions, type Tx } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataEntries } from './data-entries.js';
import { zipOf } from './zip-of.js';

/** So long the file can be taken. */
const DAYS_MS = 7 * 86_400_000;

const BEGIN = `
  update data_request set state = 'making', progress = 0 where id = $1 and state in ('waiting', 'making')
  returning person_id as "personId", asked_by as "askedBy"`;
const READY = `
  update data_request set state = 'ready', progress = 100, done_at = $2, sha256 = $3, size = $4, ends_at = $5
  where id = $1 and state = 'making' returning id`;

interface Asked {
  personId: string;
  askedBy: string;
}

/** Makes the file that somebody asked for, and tells them. */
@Injectable()
export class MakeDataFile implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly transactions: Transactions,
    private readonly storage: Storage,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly entries: DataEntries,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('make-data-file', ({ id }, signal) => this.run(id, signal));
  }

  /** Twice is once: what is made, or not there any more, is left alone. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const [rows] = await this.change((tx): Promise<[Asked[], number]> => tx.query(BEGIN, [id]));
    const [asked] = rows;
    if (!asked) return;
    const stored = await this.change((tx) => this.write(tx, id, asked.personId, signal));
    await this.change((tx) => this.finish(tx, id, asked, stored));
  }

  private write(tx: Tx, id: string, personId: string, signal: AbortSignal): Promise<StoredBytes> {
    const told = async (percent: number): Promise<void> => {
      signal.throwIfAborted();
      // On a connection of its own: whoever waits sees it while this one still reads.
      await this.change((other) => other.query('update data_request set progress = $2 where id = $1', [id, percent]));
    };
    const entries = this.entries.of(tx, personId, told);
    return this.storage.put(Readable.from(zipOf(entries, this.clock.now()), { objectMode: false }));
  }

  private async finish(tx: Tx, id: string, asked: Asked, { sha256, size }: StoredBytes): Promise<void> {
    const at = this.clock.now();
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
    const ends = new Date(at.getTime() + DAYS_MS);
    const [ready]: [unknown[], number] = await tx.query(READY, [id, at, sha256, size, ends]);
    if (ready.length === 0) return;
    await this.outbox.append(tx, at, {
      type: 'data-file.ready',
      personId: asked.askedBy,
      payload: { requestId: id, personId: asked.personId, askedBy: asked.askedBy },
    });
  }

  private change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run({ actorId: null, at: this.clock.now() }, work);
  }
}
