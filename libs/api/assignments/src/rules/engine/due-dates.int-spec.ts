import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dueDates, type DuePolicy } from '@lms/domain';
import { testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 60_000);
afterAll(() => db.stop());

const day = fc.integer({ min: -800, max: 800 }).map((n) => addDays('2026-02-28', n));
const days = fc.integer({ min: 0, max: 400 });
const realisticDays = fc.integer({ min: 0, max: 60 });
const due: fc.Arbitrary<DuePolicy> = fc.oneof(
  fc.record({ kind: fc.constant('on' as const), date: day, realisticDays }),
  fc.record({ kind: fc.constantFrom('after-start' as const, 'after-assignment' as const), days, realisticDays }),
  fc.record({ kind: fc.constant('after-completion' as const), courseId: fc.constant('c'), days, realisticDays }),
);
const cases = fc.array(
  fc.record({
    due,
    effectiveOn: day,
    startsOn: day,
    assignedOn: day,
    afterOn: fc.option(day, { nil: null }),
    decidedOn: fc.constant(null),
  }),
  { minLength: 500, maxLength: 500 },
);

describe('the dates of a rule in SQL', () => {
  it('are those of the domain', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (asked) => {
        const found = await db.sql<{ policy: string | null }>(
          `select rule_policy_on(c.due, c."effectiveOn", c."startsOn", c."assignedOn", c."afterOn")::text as policy
           from rows from (jsonb_to_recordset($1) as (due jsonb, "effectiveOn" date, "startsOn" date, "assignedOn" date, "afterOn" date))
             with ordinality c(due, "effectiveOn", "startsOn", "assignedOn", "afterOn", n) order by c.n`,
          [JSON.stringify(asked)],
        );
        expect(found.map(({ policy }) => policy)).toEqual(
          asked.map(({ due: policy, ...facts }) => dueDates(policy, facts).policyOn),
        );
      }),
      { numRuns: 8 },
    );
  });
});
