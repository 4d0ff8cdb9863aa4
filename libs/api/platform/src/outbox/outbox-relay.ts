import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Transactions, type Tx } from '../database/transactions.js';
import type { OutboxEvent } from './outbox.js';
import { Subscribers } from './subscribers.js';

interface WaitingEvent extends OutboxEvent {
  id: string;
  attempts: number;
}

/** Soon enough for people, and nothing beside what the database does anyway. */
const LOOK_MS = 250;
const AFTER_AN_ERROR_MS = 5_000;
/** Events of one type that are handled in one transaction where nobody minds. */
const AT_ONCE = 200;

/**
 * Hands events to their subscribers, in order, at least once. It looks for them: being woken by NOTIFY would put the
 * commits of all who write events one behind the other, each with a wait for the disk.
 */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger('Outbox');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private started = false;
  /** How many events are still handled one by one, after a group of them failed. */
  private singly = 0;

  constructor(
    private readonly transactions: Transactions,
    private readonly subscribers: Subscribers,
    private readonly clock: Clock,
    private readonly sql: Sql,
  ) {}

  start(): void {
    this.started = true;
    this.look();
  }

  async stop(): Promise<void> {
    this.started = false;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Handles everything that waits now; answers how many events. */
  async drain(): Promise<number> {
    let handled = 0;
    for (let some = await this.handleNext(); some > 0; some = await this.handleNext()) handled += some;
    return handled;
  }

  private look(): void {
    const next = (ms: number): void => {
      if (this.started) this.timer = setTimeout(() => this.look(), ms);
    };
    this.looking = this.drainIfAny().then(
      () => next(LOOK_MS),
      (error: unknown) => {
        this.log.error(error);
        next(AFTER_AN_ERROR_MS);
      },
    );
  }

  private async drainIfAny(): Promise<void> {
    const waiting = await this.sql.row('outbox-waiting', WAITING, [this.clock.now()]);
    if (waiting) await this.drain();
  }

  private async handleNext(): Promise<number> {
    const now = this.clock.now();
    let taken: WaitingEvent[] = [];
    try {
      return await this.transactions.run({ actorId: null, at: now }, async (tx) => {
        taken = await this.take(tx, now);
        const [first] = taken;
        if (!first) return 0;
        await this.subscribers.tell(tx, first.type, taken, now);
        await tx.query('update outbox_event set handled_at = $2 where id = any ($1)', [taken.map(({ id }) => id), now]);
        return taken.length;
      });
    } catch (error) {
      const [first] = taken;
      if (!first) throw error;
      // One of them cannot be handled: each by itself shows which, and the others pass.
      if (taken.length > 1) this.singly = taken.length;
      else await this.postpone(first, error, now);
      return 1;
    } finally {
      this.singly = Math.max(0, this.singly - (taken.length === 1 ? 1 : 0));
    }
  }

  /** The event that waits longest, with others of its type where they may be handled together. */
  private async take(tx: Tx, now: Date): Promise<WaitingEvent[]> {
    const [first] = await tx.query<WaitingEvent[]>(NEXT, [now]);
    if (!first) return [];
    if (this.singly > 0 || !this.subscribers.takesGroups(first.type)) return [first];
    return [first, ...(await tx.query<WaitingEvent[]>(ALIKE, [now, first.type, first.id, AT_ONCE - 1]))];
  }

  private async postpone(event: WaitingEvent, error: unknown, now: Date): Promise<void> {
    this.log.error({ event: event.id, type: event.type, error: String(error) });
    const seconds = Math.min(2 ** event.attempts, 300);
    await this.transactions.run({ actorId: null, at: now }, (tx) =>
      tx.query('update outbox_event set attempts = attempts + 1, error = $2, next_try_at = $3 where id = $1', [
        event.id,
        String(error).slice(0, 500),
        new Date(now.getTime() + seconds * 1000),
      ]),
    );
  }
}

const DUE = 'handled_at is null and (next_try_at is null or next_try_at <= $1)';
const WAITING = `select from outbox_event where ${DUE} limit 1`;
const NEXT = `
  select id, type, person_id as "personId", payload, attempts from outbox_event
  where ${DUE} order by id limit 1 for update skip locked`;
const ALIKE = `
  select id, type, person_id as "personId", payload, attempts from outbox_event
  where ${DUE} and type = $2 and id > $3 order by id limit $4 for update skip locked`;
