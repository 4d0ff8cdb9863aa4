import { Readable } from 'node:stream';
import {
  type Actor,
  Actors,
  Brands,
  Clock,
  type Ctx,
  JobHandlers,
  listFile,
  ListKinds,
  ListTooLarge,
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
import { type FileInHand, TellOfFile } from './tell-of-file.js';

/** So long the file can be taken. */
const DAYS_MS = 7 * 86_400_000;

const BEGIN = `
  update list_file set state = 'making', done = 0 where id = $1 and state in ('waiting', 'making')
  returning id, person_id as "personId", list, format, filters, asked_at as "askedAt", schedule_run_id as "runId"`;
const READY = `
  update list_file set state = 'ready', done = $5, done_at = $2, sha256 = $3, size = $4, ends_at = $6
  where id = $1 and state = 'making' returning title`;

interface Asked extends FileInHand {
  list: ListName;
  format: ListFormat;
  filters: Record<string, string>;
}

/** Makes the file that somebody asked for, in their scope at this moment, and has it told. */
@Injectable()
export class MakeListFile implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly actors: Actors,
    private readonly kinds: ListKinds,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly tell: TellOfFile,
    private readonly clock: Clock,
    private readonly brands: Brands,
  ) {}

  onModuleInit(): void {
    this.handlers.handle('make-list-file', ({ id }, signal) => this.run(id, signal));
  }

  /** Twice is once: what is made, or not there any more, is left alone. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const [rows] = await this.change((tx): Promise<[Asked[], number]> => tx.query(BEGIN, [id]));
    const [asked] = rows;
    if (!asked) return;
    const actor = await this.actors.of(asked.personId);
    try {
      const { stored, rows: written } = await this.write(id, asked, actor, signal);
      await this.change((tx) => this.finish(tx, asked, stored, written));
    } catch (error) {
      if (!(error instanceof ListTooLarge || error instanceof ProblemError)) throw error;
      await this.change((tx) => this.tell.refused(tx, this.clock.now(), asked, error, actor !== null));
    }
  }

  private async write(
    id: string,
    { personId, list, format, filters }: Asked,
    actor: Actor | null,
    signal: AbortSignal,
  ) {
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
    const { bytes } = listFile({ ...shown, rows: counting.rows }, format, at, await this.brands.current());
    const stored = await this.storage.put(bytes);
    return { stored, rows: counting.count() };
  }

  private async writeBytes(shown: ShownList | ShownBytes, told: (done: number) => Promise<void>) {
    if (!('bytes' in shown)) throw new ListTooLarge('This cannot be had in this format.');
    const stored = await this.storage.put(Readable.from(shown.bytes(told), { objectMode: false }));
    return { stored, rows: shown.total ?? 0 };
  }

  private async finish(tx: Tx, asked: Asked, { sha256, size }: StoredBytes, rows: number): Promise<void> {
    const at = this.clock.now();
    // The same lock as for every stored file: nobody forgets it meanwhile.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 7264))', [sha256]);
    const endsAt = new Date(at.getTime() + DAYS_MS);
    const [ready]: [{ title: string }[], number] = await tx.query(READY, [asked.id, at, sha256, size, rows, endsAt]);
    if (ready[0]) await this.tell.ready(tx, at, asked, { title: ready[0].title, rows, endsAt });
  }

  private change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run({ actorId: null, at: this.clock.now() }, work);
  }
}
