import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageDone, satisfied, type CompletionRule } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

const AT = '2026-03-02T09:00:00Z';
const LESSONS = ['one', 'two', 'three'];

interface Entry {
  sco: string;
  status: string;
}
interface Answer {
  activityDone: boolean;
  acknowledged: number[];
}

const entries = fc.array(
  fc.record({
    sco: fc.constantFrom(...LESSONS),
    status: fc.constantFrom('incomplete', 'completed', 'passed', 'failed'),
  }),
  { minLength: 1, maxLength: 8 },
);
const rules = fc.record({
  kind: fc.constantFrom('completed' as const, 'passed' as const, 'completed-or-passed' as const),
  of: fc.constantFrom('all' as const, 'any' as const, undefined),
});

/** A lesson that was done stays done: what it says later takes nothing away. */
function expected(rule: CompletionRule, sent: readonly Entry[]): boolean {
  return packageDone(
    rule,
    LESSONS.map((sco) =>
      sent.some((entry) => entry.sco === sco && satisfied(rule, { 'cmi.core.lesson_status': entry.status })),
    ),
  );
}

describe('a package with several lessons', () => {
  let db: TestDatabase;
  let make: Factory;
  let packageId: string;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    packageId = uuid();
    await db.sql(
      `insert into content_package (id, standard, edition, title, source_sha256, scos, total_size, created_at)
       values ($1, 'scorm12', '1.2', 'Three lessons', 'x', $2, 1, $3)`,
      [packageId, JSON.stringify(LESSONS.map((identifier) => ({ identifier }))), AT],
    );
  });
  afterAll(() => db.stop());

  async function begin(rule: CompletionRule): Promise<string> {
    const personId = await make.person();
    const courseId = await make.course();
    const versionId = await make.courseVersion({ courseId });
    const [activityId, attemptId, launchId] = [uuid(), uuid(), uuid()];
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title, completion_rule, package_id)
       values ($1, $2, $1, 1, 'scorm12', 'Lessons', $3, $4)`,
      [activityId, versionId, JSON.stringify(rule), packageId],
    );
    await db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
       values ($1, $2, $3, $4, $5, 1, $6, $6)`,
      [attemptId, personId, activityId, versionId, courseId, AT],
    );
    await db.sql('select begin_launch($1, $2, $3, $4)', [launchId, attemptId, personId, AT]);
    return launchId;
  }

  async function commit(launchId: string, sent: readonly (Entry & { seq: number })[]): Promise<Answer> {
    const body = sent.map(({ seq, sco, status }) => ({
      seq,
      sco,
      hash: 'ab',
      set: { 'cmi.core.lesson_status': status },
    }));
    const rows = await db.sql<{ answer: Answer }>(`select commit_launch($1, $2, $3, '2026-03-02') as answer`, [
      launchId,
      JSON.stringify(body),
      AT,
    ]);
    const answer = rows[0]?.answer;
    if (!answer) throw new Error('No answer');
    return answer;
  }

  it('is done when all of them are, or one where that is enough, in one commit or in many', async () => {
    await fc.assert(
      fc.asyncProperty(rules, entries, fc.boolean(), async (rule, sent, together) => {
        const launchId = await begin(rule);
        const numbered = sent.map((entry, at) => ({ ...entry, seq: at + 1 }));
        if (together) {
          expect((await commit(launchId, numbered)).activityDone).toBe(expected(rule, sent));
          return;
        }
        for (const [at, entry] of numbered.entries()) {
          expect((await commit(launchId, [entry])).activityDone).toBe(expected(rule, sent.slice(0, at + 1)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('what arrives late writes only what nothing newer has written', async () => {
    const launchId = await begin({ kind: 'passed' });
    const say = (seq: number, set: Record<string, string>) =>
      db.sql(`select commit_launch($1, $2, $3, '2026-03-02')`, [
        launchId,
        JSON.stringify([{ seq, sco: 'two', hash: 'ab', set }]),
        AT,
      ]);
    await say(1, { 'cmi.core.lesson_location': 'page 1', 'cmi.suspend_data': 'first' });
    await say(3, { 'cmi.core.lesson_location': 'page 3' });
    await say(2, { 'cmi.core.lesson_location': 'page 2', 'cmi.suspend_data': 'second', 'cmi.comments': 'kept' });
    const rows = await db.sql<{ elements: Record<string, string>; stopped: string }>(
      `select s.elements, s.stopped_at as stopped from attempt_sco s join launch l on l.attempt_id = s.attempt_id where l.id = $1`,
      [launchId],
    );
    expect(rows).toEqual([
      {
        elements: { 'cmi.core.lesson_location': 'page 3', 'cmi.suspend_data': 'second', 'cmi.comments': 'kept' },
        stopped: 'page 3',
      },
    ]);
  });
});
