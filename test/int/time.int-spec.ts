import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, countsUntil, dueAfterLeave, type LapsePolicy, renewalOn } from '@lms/domain';
import { testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { recurrences } from '../../libs/domain/src/recurrence/recurrences.test.js';

describe('SQL agrees with the domain about time', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.stop());

  const sample = <T>(arbitrary: fc.Arbitrary<T>, n: number): T[] =>
    fc.sample(arbitrary, { numRuns: n, seed: 20261130 });
  const day = (from: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => addDays(from, n));

  it('on how long a completion counts', async () => {
    const cases = sample(recurrences, 5000).flatMap((recurrence, n) => {
      const [on] = fc.sample(day('2023-12-01', 1600), { numRuns: 1, seed: n });
      const [gap] = fc.sample(fc.integer({ min: -5, max: 200 }), { numRuns: 1, seed: n });
      const completedOn = on ?? '2024-02-29';
      return [
        { recurrence, completedOn, previousUntil: null },
        { recurrence, completedOn, previousUntil: addDays(completedOn, gap ?? 0) },
      ];
    });
    const rows = await db.sql<{ until: string }>(
      `select counts_until(c -> 'recurrence', (c ->> 'completedOn')::date, (c ->> 'previousUntil')::date)::text as until
       from jsonb_array_elements($1) with ordinality x(c, n) order by n`,
      [JSON.stringify(cases)],
    );
    const differences = cases.flatMap((c, i) => {
      const expected = countsUntil(c.recurrence, c.completedOn, c.previousUntil);
      return rows[i]?.until === expected ? [] : [{ c, expected, found: rows[i] }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
  });

  it('on due dates and leave', async () => {
    const leave = fc
      .tuple(day('2026-01-01', 120), fc.integer({ min: 0, max: 40 }))
      .map(([from, n]) => ({ from, to: addDays(from, n) }));
    const cases = sample(
      fc.record({
        opensOn: fc.option(day('2026-01-01', 60), { nil: null }),
        dueOn: day('2026-01-01', 120),
        leaves: fc.array(leave, { maxLength: 4 }),
      }),
      4000,
    );
    const rows = await db.sql<{ due: string }>(
      `select due_after_leave((c ->> 'opensOn')::date, (c ->> 'dueOn')::date, (
         select range_agg(daterange((l ->> 'from')::date, (l ->> 'to')::date, '[]')) from jsonb_array_elements(c -> 'leaves') l
       ))::text as due from jsonb_array_elements($1) with ordinality x(c, n) order by n`,
      [JSON.stringify(cases)],
    );
    const differences = cases.flatMap((c, i) =>
      rows[i]?.due === dueAfterLeave(c, c.leaves) ? [] : [{ c, expected: dueAfterLeave(c, c.leaves), found: rows[i] }],
    );
    expect(differences.slice(0, 3)).toEqual([]);
  });

  it('on what renews a course', async () => {
    const lapse = fc.oneof(
      fc.constantFrom<LapsePolicy>({ kind: 'full' }, { kind: 'remainder' }),
      fc.integer({ min: 0, max: 20 }).map((withinDays): LapsePolicy => ({ kind: 'refresher', withinDays })),
    );
    const cases = sample(
      fc.record({
        lapse,
        hasRefresher: fc.boolean(),
        until: fc.option(day('2026-03-01', 40), { nil: null }),
        on: day('2026-03-01', 60),
      }),
      3000,
    );
    const rows = await db.sql<{ renewal: string }>(
      `select renewal_on(jsonb_populate_record(null::course_version, jsonb_build_object('lapse', c #>> '{lapse,kind}',
           'refresher_days', coalesce((c #>> '{lapse,withinDays}')::int, 0),
           'refresher_course_id', case when (c ->> 'hasRefresher')::boolean then gen_random_uuid() end,
           'remainder_course_id', gen_random_uuid())), (c ->> 'until')::date, (c ->> 'on')::date) as renewal
       from jsonb_array_elements($1) with ordinality x(c, n) order by n`,
      [JSON.stringify(cases)],
    );
    const differences = cases.flatMap((c, i) =>
      rows[i]?.renewal === renewalOn(c, c.until, c.on) ? [] : [{ c, found: rows[i] }],
    );
    expect(differences.slice(0, 3)).toEqual([]);
  });
});
