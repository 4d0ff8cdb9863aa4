import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import type { OutboxEvent } from './outbox.js';

/** Must be idempotent: an event can be handed over again after a crash. */
export type Subscriber = (tx: Tx, event: OutboxEvent, at: Date) => Promise<void>;

/** The same for several events of a type at once. It locks nothing that somebody at a screen could be waiting for. */
export type GroupSubscriber = (tx: Tx, events: readonly OutboxEvent[], at: Date) => Promise<void>;

@Injectable()
export class Subscribers {
  private readonly single = new Map<string, Subscriber[]>();
  private readonly group = new Map<string, GroupSubscriber[]>();

  on(type: string, subscriber: Subscriber): void {
    this.single.set(type, [...(this.single.get(type) ?? []), subscriber]);
  }

  onGroup(type: string, subscriber: GroupSubscriber): void {
    this.group.set(type, [...(this.group.get(type) ?? []), subscriber]);
  }

  /** Whether events of the type may be handed over several at a time: nobody wants them one by one. */
  takesGroups(type: string): boolean {
    return !this.single.has(type);
  }

  /** Hands events of one type to all who want them. */
  async tell(tx: Tx, type: string, events: readonly OutboxEvent[], at: Date): Promise<void> {
    for (const event of events) for (const subscriber of this.single.get(type) ?? []) await subscriber(tx, event, at);
    for (const subscriber of this.group.get(type) ?? []) await subscriber(tx, events, at);
  }
}
