import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CompletionRule,
  coverageAllowance,
  fullyCovered,
  gaps,
  mergeRanges,
  outcomeOf,
  fulfils,
  totalSeconds,
  wholeSeconds,
} from '@lms/domain';
import { testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';

/** What the domain says and what SQL says are the same: thousands of generated cases, compared in one query each. */
describe('SQL agrees with the domain', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.stop());

  const sample = <T>(arbitrary: fc.Arbitrary<T>, n: number): T[] =>
    fc.sample(arbitrary, { numRuns: n, seed: 20261123 });

  it('on when a SCORM activity counts as done, and on its score', async () => {
    const number = fc.oneof(
      fc.integer({ min: -5, max: 130 }).map(String),
      fc.double({ min: 0, max: 100, noNaN: true }).map((v) => v.toFixed(3)),
      fc.constantFrom('', 'abc', '1e3', '.5', '+7', ' 5', '57', '0.57'),
    );
    const elements12 = fc.record(
      {
        'cmi.core.lesson_status': fc.constantFrom(
          'passed',
          'completed',
          'failed',
          'incomplete',
          'browsed',
          'not attempted',
          '',
        ),
        'cmi.core.score.raw': number,
        'cmi.core.score.min': number,
        'cmi.core.score.max': number,
      },
      { requiredKeys: [] },
    );
    const elements2004 = fc.record(
      {
        'cmi.completion_status': fc.constantFrom('completed', 'incomplete', 'unknown'),
        'cmi.success_status': fc.constantFrom('passed', 'failed', 'unknown'),
        'cmi.score.scaled': fc.oneof(
          number,
          fc.double({ min: -1, max: 1, noNaN: true }).map((v) => v.toFixed(4)),
        ),
        'cmi.score.raw': number,
        'cmi.score.min': number,
        'cmi.score.max': number,
      },
      { requiredKeys: [] },
    );
    const rule: fc.Arbitrary<CompletionRule> = fc.oneof(
      fc.constantFrom<CompletionRule>({ kind: 'completed' }, { kind: 'passed' }, { kind: 'completed-or-passed' }),
      fc.integer({ min: 0, max: 100 }).map((atLeast): CompletionRule => ({ kind: 'score', atLeast })),
    );
    const kinds = fc.oneof(
      fc.record({ standard: fc.constant('scorm12' as const), e: elements12, rule }),
      fc.record({ standard: fc.constant('scorm2004' as const), e: elements2004, rule }),
    );
    const cases = sample(kinds, 6000);
    const rows = await db.sql<{ done: boolean; score: number | null }>(
      `select scorm_fulfils(c -> 'rule', c ->> 'standard', c -> 'e') as done, scorm_score(c ->> 'standard', c -> 'e')::float8 as score
       from jsonb_array_elements($1) with ordinality x(c, n) order by n`,
      [JSON.stringify(cases)],
    );
    const differences = cases.flatMap((c, i) => {
      const outcome = outcomeOf(c.standard, c.e as Record<string, string>);
      const [expected, found] = [{ done: fulfils(c.rule, outcome), score: outcome.score }, rows[i]];
      const same = found?.done === expected.done && Math.abs((found.score ?? -1) - (expected.score ?? -1)) < 0.0002;
      return same ? [] : [{ c, expected, found }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(rows.filter((r) => r.done).length).toBeGreaterThan(500);
  });

  it('on what of a film was covered', async () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 300 }))
      .map(([a, n]): [number, number] => [a, a + n]);
    const cases = sample(
      fc.record({
        ranges: fc.array(range, { maxLength: 12 }),
        duration: fc.double({ min: 0.2, max: 900, noNaN: true }),
      }),
      4000,
    ).map((c) => ({ ...c, duration: Math.round(c.duration * 1000) / 1000 }));
    const rows = await db.sql<{ seconds: number; covered: boolean }>(
      `select covered_seconds(m.r, (c ->> 'duration')::numeric) as seconds, video_covered(m.r, (c ->> 'duration')::numeric) as covered
       from jsonb_array_elements($1) with ordinality x(c, n)
       cross join lateral (
         select coalesce(range_agg(int4range((r ->> 0)::int, (r ->> 1)::int)), '{}') as r from jsonb_array_elements(c -> 'ranges') r
       ) m order by n`,
      [JSON.stringify(cases)],
    );
    const differences = cases.flatMap((c, i) => {
      const merged = mergeRanges([], c.ranges);
      const missing = totalSeconds(gaps(merged, c.duration));
      const expected = {
        seconds: wholeSeconds(c.duration) - missing,
        covered: fullyCovered(merged, c.duration, coverageAllowance(c.duration)),
      };
      return rows[i]?.seconds === expected.seconds && rows[i]?.covered === expected.covered
        ? []
        : [{ c, expected, found: rows[i] }];
    });
    expect(differences.slice(0, 3)).toEqual([]);
    expect(rows.filter((r) => r.covered).length).toBeGreaterThan(100);
  });
});
