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
    while (await this.handleNext()) handled += 1;
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

  private async handleNext(): Promise<boolean> {
    const now = this.clock.now();
    let failed: { event: WaitingEvent; error: unknown } | undefined;
    const found = await this.transactions
      .run({ actorId: null, at: now }, async (tx) => {
        const event = await nextWaiting(tx, now);
        if (!event) return false;
        try {
          for (const subscriber of this.subscribers.of(event.type)) await subscriber(tx, event, now);
        } catch (error) {
          failed = { event, error };
          throw error;
        }
        await tx.query('update outbox_event set handled_at = $2 where id = $1', [event.id, now]);
        return true;
      })
      .catch((error: unknown) => {
        if (!failed) throw error;
        return true;
      });
    if (failed) await this.postpone(failed.event, failed.error, now);
    return found;
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

const WAITING =
  'select from outbox_event where handled_at is null and (next_try_at is null or next_try_at <= $1) limit 1';

async function nextWaiting(tx: Tx, now: Date): Promise<WaitingEvent | undefined> {
  const rows: WaitingEvent[] = await tx.query(
    `select id, type, person_id as "personId", payload, attempts from outbox_event
     where handled_at is null and (next_try_at is null or next_try_at <= $1)
     order by id limit 1 for update skip locked`,
    [now],
  );
  return rows[0];
}
