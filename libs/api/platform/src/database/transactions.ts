import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export type Tx = EntityManager;

/** Who changes something and when, as history will tell it; no actor for the system itself. */
export interface Change {
  actorId: string | null;
  at: Date;
}

@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /** All or nothing. History triggers read the actor and the moment from the transaction. */
  run<T>(change: Change, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(`select set_config('lms.actor', $1, true), set_config('lms.known_at', $2, true)`, [
        change.actorId ?? '',
        change.at.toISOString(),
      ]);
      return work(tx);
    });
  }
}
