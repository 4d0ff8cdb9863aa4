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

  /** Many of them in one statement, in their order. */
  async appendMany(tx: Tx, at: Date, events: readonly OutboxEvent[]): Promise<void> {
    await tx.query(
      `insert into outbox_event (at, type, person_id, payload)
       select $1, e.type, e.person_id, e.payload::jsonb
       from unnest($2::text[], $3::uuid[], $4::text[]) with ordinality e(type, person_id, payload, n) order by e.n`,
      [
        at,
        events.map(({ type }) => type),
        events.map(({ personId }) => personId),
        events.map(({ payload }) => JSON.stringify(payload)),
      ],
    );
  }
}
