import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { Clock } from '../clock/clock.js';
import { Sql } from '../database/sql.js';
import { Transactions } from '../database/transactions.js';
import { Outbox } from './outbox.js';
import { OutboxRelay } from './outbox-relay.js';
import { Subscribers } from './subscribers.js';

class TestClock extends Clock {
  at = new Date('2026-11-30T08:00:00Z');
  now(): Date {
    return this.at;
  }
}

let db: TestDatabase;
let transactions: Transactions;
let sql: Sql;
let subscribers: Subscribers;
let relay: OutboxRelay;
const clock = new TestClock();

beforeAll(async () => {
  Logger.overrideLogger(false);
  db = await testDatabase();
  const dataSource = await db.dataSource([]);
  transactions = new Transactions(dataSource);
  sql = new Sql(dataSource);
}, 60_000);
afterAll(() => db.stop());
beforeEach(async () => {
  await db.sql('truncate outbox_event');
  clock.at = new Date('2026-11-30T08:00:00Z');
  subscribers = new Subscribers();
  relay = new OutboxRelay(transactions, subscribers, clock, sql);
});

/** Events of these types, each with a name to know it by. */
const happened = (...events: [type: string, name: string][]): Promise<void> =>
  transactions.run({ actorId: null, at: clock.at }, async (tx) => {
    for (const [type, name] of events) {
      await new Outbox().append(tx, clock.at, { type, personId: null, payload: { name } });
    }
  });
const waiting = async (): Promise<string[]> =>
  (
    await db.sql<{ name: string }>(
      `select payload ->> 'name' as name from outbox_event where handled_at is null order by id`,
    )
  ).map(({ name }) => name);

describe('the outbox', () => {
  it('hands events over in their order, and each once', async () => {
    const told: string[] = [];
    subscribers.on('a', async (_tx, { payload }) => void told.push(`a ${payload['name']}`));
    subscribers.on('b', async (_tx, { payload }) => void told.push(`b ${payload['name']}`));
    await happened(['a', '1'], ['b', '2'], ['a', '3']);
    expect(await relay.drain()).toBe(3);
    expect(await relay.drain()).toBe(0);
    expect(told).toEqual(['a 1', 'b 2', 'a 3']);
  });

  it('hands over together what is of one type, where nobody wants them one by one', async () => {
    const told: string[][] = [];
    subscribers.onGroup('a', async (_tx, events) => void told.push(events.map(({ payload }) => `${payload['name']}`)));
    await happened(['a', '1'], ['b', '2'], ['a', '3']);
    expect(await relay.drain()).toBe(3);
    expect(told).toEqual([['1', '3']]);
  });

  it('keeps what cannot be handled for later, alone, whatever it came with', async () => {
    const told: string[] = [];
    subscribers.onGroup('a', async (tx, events) => {
      for (const { payload } of events) {
        if (payload['name'] === '2') await tx.query('select 1 / 0');
        told.push(`${payload['name']}`);
      }
    });
    await happened(['a', '1'], ['a', '2'], ['a', '3']);
    await relay.drain();
    expect(await waiting()).toEqual(['2']);
    // The first was told of twice: what the failed group did was undone.
    expect(told).toEqual(['1', '1', '3']);

    await relay.drain();
    const tries = await db.sql<{ attempts: number }>('select attempts from outbox_event where handled_at is null');
    expect(tries).toEqual([{ attempts: 1 }]);

    clock.at = new Date('2026-11-30T08:00:02Z');
    await happened(['a', '4'], ['a', '5']);
    await relay.drain();
    expect(await waiting()).toEqual(['2']);
    expect(told.slice(3)).toEqual(['4', '5']);
  });

  it('looks by itself, and no longer once it is stopped', async () => {
    const told = new Promise<string>((done) =>
      subscribers.on('a', async (_tx, { payload }) => done(`${payload['name']}`)),
    );
    relay.start();
    await happened(['a', 'seen']);
    expect(await told).toBe('seen');
    await relay.stop();
    await happened(['a', 'later']);
    expect(await waiting()).toEqual(['later']);
  });
});
