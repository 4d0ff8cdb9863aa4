import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';

const AT = '2026-11-23T09:00:00Z';

describe('statistics of a question', () => {
  let db: TestDatabase;
  let attemptId: string;
  let number = 0;
  beforeAll(async () => {
    db = await testDatabase();
    const make = new Factory(db);
    const courseId = await make.course();
    const version = await make.courseVersion({ courseId });
    const [activityId, personId] = [uuid(), await make.person()];
    attemptId = uuid();
    await db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title, settings)
       values ($1, $2, $1, 1, 'quiz', 'Quiz', '{"kind": "quiz", "sections": []}')`,
      [activityId, version],
    );
    await db.sql(
      `insert into attempt (id, person_id, activity_id, course_version_id, course_id, number, started_at, updated_at)
       values ($1, $2, $3, $4, $5, 1, $6, $6)`,
      [attemptId, personId, activityId, version, courseId, AT],
    );
  });
  afterAll(() => db.stop());

  /** One run for each answer: whether it was right, and the share of the other questions that were. */
  async function marked(answers: readonly (readonly [right: boolean, rest: number | null])[]): Promise<string> {
    const questionId = uuid();
    for (const [right, rest] of answers) {
      const runId = uuid();
      await db.sql(
        `insert into quiz_run (id, attempt_id, number, seed, drawn, started_at, handed_in_at, passed, score, failed_safety, marks, result)
         values ($1, $2, $3, 's', '[{}]', $4, $4, false, 0, false, '{}', '{}')`,
        [runId, attemptId, (number += 1), AT],
      );
      await db.sql('insert into quiz_mark (question_id, run_id, was_right, rest) values ($1, $2, $3, $4)', [
        questionId,
        runId,
        right,
        rest,
      ]);
    }
    return questionId;
  }
  const statistics = async (questionId: string) =>
    (await db.sql('select answered, right_percent, discrimination from question_statistics($1)', [questionId]))[0];

  /*
   * Five were right, with 0.8 0.8 0.6 0.6 0.7 of the rest right (mean 0.7), five wrong with 0.4 0.2 0.4 0.6 0.4 (mean
   * 0.4). All ten: mean 0.55, sum of squares 3.37, so the deviation is √(0.337 − 0.3025) = 0.185742. The correlation is
   * (0.7 − 0.4) / 0.185742 × √(0.5 × 0.5) = 0.8076.
   */
  const TEN = [
    [true, 0.8],
    [true, 0.8],
    [true, 0.6],
    [true, 0.6],
    [true, 0.7],
    [false, 0.4],
    [false, 0.2],
    [false, 0.4],
    [false, 0.6],
    [false, 0.4],
  ] as const;

  it('are what a pocket calculator finds', async () => {
    expect(await statistics(await marked(TEN))).toEqual({ answered: 10, right_percent: 50, discrimination: 0.808 });
  });

  it('turn the sign where those who know the rest are wrong', async () => {
    const turned = TEN.map(([right, rest]) => [!right, rest] as const);
    expect(await statistics(await marked([...turned, [true, 0.55]]))).toMatchObject({
      answered: 11,
      right_percent: 54.5,
      discrimination: expect.closeTo(-0.77, 1),
    });
  });

  it('say nothing below ten answers, without variation, or where nothing else was asked', async () => {
    expect(await statistics(uuid())).toEqual({ answered: 0, right_percent: null, discrimination: null });
    expect(await statistics(await marked(TEN.slice(1)))).toMatchObject({ answered: 9, discrimination: null });
    expect(await statistics(await marked(TEN.map(([, rest]) => [true, rest] as const)))).toMatchObject({
      right_percent: 100,
      discrimination: null,
    });
    expect(await statistics(await marked(TEN.map(([right]) => [right, 0.5] as const)))).toMatchObject({
      discrimination: null,
    });
    expect(await statistics(await marked(TEN.map(([right]) => [right, null] as const)))).toMatchObject({
      answered: 10,
      discrimination: null,
    });
  });
});
