import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, readConfiguration, Sql, Transactions, Upkeep } from '@lms/api-platform';
import { testDatabase, type TestDatabase } from '@lms/testing';
import { DigestUpkeep } from './digest-upkeep.js';
import type { SendDigests } from './send-digests.js';

class TestClock extends Clock {
  at = new Date(0);
  now(): Date {
    return this.at;
  }
}

let db: TestDatabase;
const clock = new TestClock();
/** The days for which digests were asked for; another worker is at it while `busy`. */
let asked: string[];
let busy: boolean;
let upkeepAt: (digestAt: string) => DigestUpkeep;

beforeAll(async () => {
  db = await testDatabase();
  const dataSource = await db.dataSource([]);
  const sendDigests = {
    run: (today: string) => {
      asked.push(today);
      return Promise.resolve(busy ? null : 1);
    },
  } as unknown as SendDigests;
  upkeepAt = (digestAt) =>
    new DigestUpkeep(
      new Upkeep(),
      clock,
      readConfiguration({ DATABASE_URL: db.ownerUrl, WAYMARK_DIGEST_AT: digestAt }),
      new Sql(dataSource),
      new Transactions(dataSource),
      sendDigests,
    );
}, 60_000);
afterAll(() => db.stop());
beforeEach(async () => {
  asked = [];
  busy = false;
  await db.sql('delete from reminder_start');
  await db.sql('delete from digest_run');
});

async function run(at: string, digestAt = '07:30'): Promise<string[]> {
  clock.at = new Date(at);
  await upkeepAt(digestAt).run();
  return asked;
}

describe('when digests are made', () => {
  it('is from the day after the first, by the clock in London, until the evening, once a day', async () => {
    // The first day, in summer: 07:30 in London is 06:30 UTC.
    expect(await run('2026-06-01T10:00:00Z')).toEqual([]);
    expect(await run('2026-06-02T06:29:00Z')).toEqual([]);
    expect(await run('2026-06-02T06:30:00Z')).toEqual(['2026-06-02']);
    expect(await run('2026-06-02T06:35:00Z')).toEqual(['2026-06-02']);
    // Too late to write to people; tomorrow tells what is left.
    expect(await run('2026-06-03T19:00:00Z')).toEqual(['2026-06-02']);
    expect(await run('2026-12-03T07:29:00Z')).toEqual(['2026-06-02']);
    expect(await run('2026-12-03T18:00:00Z')).toEqual(['2026-06-02', '2026-12-03']);
  });

  it('is at the same hour by the clock on the days on which clocks change', async () => {
    await run('2026-03-01T10:00:00Z');
    expect(await run('2026-03-29T06:29:00Z')).toEqual([]);
    expect(await run('2026-03-29T06:30:00Z')).toEqual(['2026-03-29']);
    expect(await run('2026-10-25T07:29:00Z')).toEqual(['2026-03-29']);
    expect(await run('2026-10-25T07:30:00Z')).toEqual(['2026-03-29', '2026-10-25']);
  });

  it('is again, while another worker was at it', async () => {
    await run('2026-06-01T10:00:00Z');
    busy = true;
    expect(await run('2026-06-02T10:00:00Z')).toEqual(['2026-06-02']);
    busy = false;
    expect(await run('2026-06-02T10:05:00Z')).toEqual(['2026-06-02', '2026-06-02']);
    expect(await run('2026-06-02T10:10:00Z')).toHaveLength(2);
  });

  it('is never, where they are off', async () => {
    await db.sql(`insert into reminder_start (on_date) values ('2026-01-01')`);
    expect(await run('2026-06-02T10:00:00Z', 'off')).toEqual([]);
  });
});
