import { Injectable } from '@nestjs/common';
import type { Db } from 'pg-boss';
import type { Tx } from '../database/transactions.js';
import { Boss } from './boss.js';
import type { JobData, QueueName } from './queues.js';

@Injectable()
export class Jobs {
  constructor(private readonly boss: Boss) {}

  /** The job exists exactly when the transaction commits; nobody takes it before that many seconds have passed. */
  async send(tx: Tx, queue: QueueName, data: JobData, afterSeconds = 0): Promise<void> {
    const boss = await this.boss.connect();
    await boss.send(queue, data, { db: inTransaction(tx), startAfter: afterSeconds });
  }

  /** As {@link send}, for many at once. */
  async sendAll(tx: Tx, queue: QueueName, all: readonly JobData[]): Promise<void> {
    if (all.length === 0) return;
    const boss = await this.boss.connect();
    await boss.insert(
      queue,
      all.map(({ id }) => ({ data: { id } })),
      { db: inTransaction(tx) },
    );
  }
}

function inTransaction(tx: Tx): Db {
  return {
    async executeSql(text, values) {
      const runner = tx.queryRunner;
      if (!runner) throw new Error('A job is sent inside a transaction');
      const result = await runner.query(text, values, true);
      return { rows: result.records ?? [] };
    },
  };
}
