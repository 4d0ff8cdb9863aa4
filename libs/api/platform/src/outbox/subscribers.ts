import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import type { OutboxEvent } from './outbox.js';

/** Must be idempotent: an event can be handed over again after a crash. */
export type Subscriber = (tx: Tx, event: OutboxEvent, at: Date) => Promise<void>;

@Injectable()
export class Subscribers {
  private readonly byType = new Map<string, Subscriber[]>();

  on(type: string, subscriber: Subscriber): void {
    this.byType.set(type, [...(this.byType.get(type) ?? []), subscriber]);
  }

  of(type: string): readonly Subscriber[] {
    return this.byType.get(type) ?? [];
  }
}
