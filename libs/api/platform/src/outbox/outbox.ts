import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';

/** Says who must be looked at again, never what changed: a subscriber computes from current facts. */
export interface OutboxEvent {
  type: string;
  personId: string | null;
  payload: Record<string, string>;
}

@Injectable()
export class Outbox {
  /** Part of the fact's own transaction: the event happens exactly when the fact does. */
  async append(tx: Tx, at: Date, event: OutboxEvent): Promise<void> {
    await tx.query(`insert into outbox_event (at, type, person_id, payload) values ($1, $2, $3, $4)`, [
      at,
      event.type,
      event.personId,
      JSON.stringify(event.payload),
    ]);
  }
}
