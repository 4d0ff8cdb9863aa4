import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Chore, Clock, Transactions, Upkeep } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { KeepStandingDays } from './keep-standing-days.js';

class TestClock extends Clock {
  at = new Date('2026-11-30T09:00:00Z');
  now(): Date {
    return this.at;
  }
}

class TestUpkeep extends Upkeep {
  readonly byName = new Map<string, Chore>();
  override every(_everyMs: number, name: string, chore: Chore): void {
    this.byName.set(name, chore);
  }
}

describe('keeping how people stand on the day', () => {
  const PEOPLE = 700;
  const clock = new TestClock();
  let db: TestDatabase;
  let days: KeepStandingDays;
  const upkeep = new TestUpkeep();

  beforeAll(async () => {
    db = await testDatabase();
    const course = await new Factory(db).course();
    await db.sql(
      `insert into person (id, given_name, family_name, created_at)
       select gen_random_uuid(), 'A', n::text, '2026-01-05' from generate_series(1, $1::int) n`,
      [PEOPLE],
    );
    await db.sql(
      `insert into standing_dates (person_id, course_id, required, due_on, ever_completed, lifetime)
       select id, $1, true, '2026-11-30', false, false from person`,
      [course],
    );
    days = new KeepStandingDays(upkeep, clock, new Transactions(await db.dataSource([])));
  }, 60_000);
  afterAll(() => db.stop());

  const kept = () =>
    db.sql<{ day: string; sums: number[]; people: number }>(
      `select on_day::text as day, sums[1:7] as sums, count(*)::int as people from standing_kept group by 1, 2 order by 1, 2`,
    );
  const notStarted = [0, 0, 0, 0, 0, 1, 0];
  const overdue = [1, 0, 0, 0, 0, 0, 0];

  it('goes on until everybody is kept', async () => {
    await days.keep(true);
    expect(await kept()).toEqual([{ day: '2026-11-30', sums: notStarted, people: PEOPLE }]);
  });

  it('works out again whose dates changed, and nobody else', async () => {
    await db.sql(
      `update standing_dates set due_on = '2026-11-29' where person_id = (select min(id::text)::uuid from person)`,
    );
    expect(await kept()).toEqual([{ day: '2026-11-30', sums: notStarted, people: PEOPLE - 1 }]);
    await days.keep(false);
    expect(await kept()).toEqual([
      { day: '2026-11-30', sums: notStarted, people: PEOPLE - 1 },
      { day: '2026-11-30', sums: overdue, people: 1 },
    ]);
  });

  it('is not told of what does not change how anybody stands', async () => {
    await db.sql('update standing_dates set due_on = due_on');
    expect(await db.sql('select from standing_touched')).toEqual([]);
  });

  it('begins anew on a new day in London', async () => {
    clock.at = new Date('2026-11-30T23:59:00Z');
    await days.keep(true);
    expect((await kept()).map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-30']);
    clock.at = new Date('2026-12-01T00:00:00Z');
    await days.keep(false);
    expect((await kept()).map(({ day }) => day)).toEqual(['2026-11-30', '2026-11-30']);
    await days.keep(true);
    expect(await kept()).toEqual([{ day: '2026-12-01', sums: overdue, people: PEOPLE }]);
  });

  it('leaves to the next time who changes while it keeps', async () => {
    await db.sql(`create function changes_again() returns trigger language plpgsql as $$
      begin insert into standing_touched (person_id) values (new.person_id); return null; end $$`);
    await db.sql(
      'create trigger changes_again after insert or update on standing_day for each row execute function changes_again()',
    );
    await db.sql('insert into standing_touched (person_id) select min(id::text)::uuid from person');
    await days.keep(false);
    expect(await db.sql('select from standing_touched')).toHaveLength(1);
    await db.sql('drop function changes_again cascade');
    await db.sql('delete from standing_touched');
  }, 5_000);

  it('rests longer than it took, and not for ever', async () => {
    days.onModuleInit();
    let now = 100_000;
    const watch = jest.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    const changed = async (afterMs: number): Promise<number> => {
      now += afterMs;
      await db.sql('insert into standing_touched (person_id) select min(id::text)::uuid from person');
      await upkeep.byName.get('standings that changed')?.(new AbortController().signal);
      return (await db.sql('select from standing_touched')).length;
    };
    expect(await changed(0)).toBe(0);
    expect(await changed(1_700)).toBe(1);
    expect(await changed(300)).toBe(0);
    watch.mockImplementation(() => (now += 60_000));
    expect(await changed(0)).toBe(0);
    watch.mockImplementation(() => now);
    expect(await changed(9_900)).toBe(1);
    expect(await changed(200)).toBe(0);
    watch.mockRestore();
  });

  it('stops between two handfuls when it is told to', async () => {
    clock.at = new Date('2026-12-02T09:00:00Z');
    await days.keep(true, AbortSignal.abort());
    expect((await kept()).map(({ day }) => day)).toEqual(['2026-12-01']);
  });
});
