import { Injectable, Logger } from '@nestjs/common';
import { Client } from 'pg';
import { Clock } from '../clock/clock.js';
import { Configuration } from '../configuration/configuration.js';
import { Transactions, type Tx } from '../database/transactions.js';
import type { OutboxEvent } from './outbox.js';
import { Subscribers } from './subscribers.js';

interface WaitingEvent extends OutboxEvent {
  id: string;
  attempts: number;
}

const POLL_MS = 2_000;

/** Hands events to their subscribers, in order, at least once; woken by the database, polling in case it was not. */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger('Outbox');
  private listener: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly subscribers: Subscribers,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    await this.listen();
    this.wake();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.busy;
    await this.listener?.end().catch(() => undefined);
  }

  /** Handles everything that waits now; answers how many events. */
  async drain(): Promise<number> {
    let handled = 0;
    while (await this.handleNext()) handled += 1;
    return handled;
  }

  private wake(): void {
    this.again = true;
    this.busy ??= this.work().finally(() => (this.busy = undefined));
  }

  private async work(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.drain().catch((error: unknown) => this.log.error(error));
    }
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.configuration.appUrl });
    // A lost connection leaves the poll, which is enough until the process is started anew.
    client.on('error', (error) => this.log.warn(error.message));
    client.on('notification', () => this.wake());
    await client.connect();
    await client.query('listen outbox');
    this.listener = client;
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

async function nextWaiting(tx: Tx, now: Date): Promise<WaitingEvent | undefined> {
  const rows: WaitingEvent[] = await tx.query(
    `select id, type, person_id as "personId", payload, attempts from outbox_event
     where handled_at is null and (next_try_at is null or next_try_at <= $1)
     order by id limit 1 for update skip locked`,
    [now],
  );
  return rows[0];
}
