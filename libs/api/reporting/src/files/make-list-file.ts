import { Readable } from 'node:stream';
import {
  Actors,
  Clock,
  type Ctx,
  JobHandlers,
  listFile,
  ListKinds,
  ListTooLarge,
  Outbox,
  ProblemError,
  type ShownBytes,
  type ShownList,
  Storage,
  type StoredBytes,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { ListFormat, ListName } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counted } from './counted.js';

/** So long the file can be taken. */
const DAYS_MS = 7 * 86_400_000;
/** Whoever has waited longer is told: they may have gone on to something else. */
const PATIENCE_MS = 10_000;

const BEGIN = `
  update list_file set state = 'making', done = 0 where id = $1 and state in ('waiting', 'making')
  returning person_id as "personId", list, format, filters, asked_at as "askedAt"`;
const READY = `
  update list_file set state = 'ready', done = $5, done_at = $2, sha256 = $3, size = $4, ends_at = $6
  where id = $1 and state = 'making' returning title`;
const REFUSED = `update list_file set state = 'failed', refusal = $2, done_at = $3 where id = $1 and state = 'making'`;

interface Asked {
  personId: string;
  list: ListName;
  format: ListFormat;
  filters: Record<string, string>;
  askedAt: Date;
}

/** Makes the file that somebody asked for, in their scope at this moment, and tells them when that took long. */
@Injectable()
export class MakeListFile implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly actors: Actors,
    private readonly kinds: ListKinds,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('make-list-file', ({ id }, signal) => this.run(id, signal));
  }

  /** Twice is once: what is made, or not there any more, is left alone. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const [rows] = await this.change((tx): Promise<[Asked[], number]> => tx.query(BEGIN, [id]));
    const [asked] = rows;
    if (!asked) return;
    try {
      const { stored, rows: written } = await this.write(id, asked, signal);
      await this.change((tx) => this.finish(tx, id, asked, stored, written));
    } catch (error) {
      if (!(error instanceof ListTooLarge || error instanceof ProblemError)) throw error;
      await this.change((tx) => tx.query(REFUSED, [id, error.message, this.clock.now()]));
    }
  }

  private async write(id: string, { personId, list, format, filters }: Asked, signal: AbortSignal) {
    const actor = await this.actors.of(personId);
    const at = this.clock.now();
    const ctx: Ctx = {
      actor: actor ?? { personId, sessionId: '', permissions: new Set(), via: 'work' },
      ...{ today: this.clock.today(), now: at, requestId: id },
    };
    const shown = await this.kinds.allowed(ctx.actor, list).show(ctx, filters);
    await this.change((tx) =>
      tx.query('update list_file set title = $2, narrowed = $3, total = $4 where id = $1', [
        ...[id, shown.title, JSON.stringify(shown.narrowed), shown.total],
      ]),
    );
    const told = async (done: number): Promise<void> => {
      signal.throwIfAborted();
      await this.change((tx) => tx.query('update list_file set done = $2 where id = $1', [id, done]));
    };
    if ('bytes' in shown || format === 'zip') return this.writeBytes(shown, told);
    const counting = counted(shown.rows, told);
    const { bytes } = listFile({ ...shown, rows: counting.rows }, format, at);
    const stored = await this.storage.put(bytes);
    return { stored, rows: counting.count() };
  }

  private async writeBytes(shown: ShownList | ShownBytes, told: (done: number) => Promise<void>) {
    if (!('bytes' in shown)) throw new ListTooLarge('This cannot be had in this format.');
    const stored = await this.storage.put(Readable.from(shown.bytes(told), { objectMode: false }));
    return { stored, rows: shown.total ?? 0 };
  }

  private async finish(tx: Tx, id: string, asked: Asked, { sha256, size }: StoredBytes, rows: number): Promise<void> {
    const at = this.clock.now();
    // The same lock as for every stored file: nobody forgets it meanwhile.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
    const ends = new Date(at.getTime() + DAYS_MS);
    const [ready]: [{ title: string }[], number] = await tx.query(READY, [id, at, sha256, size, rows, ends]);
    if (!ready[0] || at.getTime() - asked.askedAt.getTime() < PATIENCE_MS) return;
    const { title } = ready[0];
    const payload = { fileId: id, title };
    await this.outbox.append(tx, at, { type: 'list-file.ready', personId: asked.personId, payload });
  }

  private change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run({ actorId: null, at: this.clock.now() }, work);
  }
}
