import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseOutline, HandedIn, PersonRecord, Problem, QuestionPage } from '@lms/contracts';
import { drawQuestions, drawnQuestion, type DrawnQuestion, type QuestionBody } from '@lms/domain';
import { QuizRun as QuizRunContract, QuizStatus as QuizStatusContract } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { QuizMaker, rightAnswer, rightAnswers, SECRET } from '../../../../../test/http/quiz-course.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { SeededChance } from './seeded-chance.js';

let t: TestApp;
let author: Client;
let maker: QuizMaker;
let bank: string;

beforeAll(async () => {
  t = await testApp();
  const person = await t.make.person();
  await t.make.grant({ personId: person, role: 'author' });
  author = await t.as(person);
  maker = new QuizMaker(t, author);
  bank = await maker.bank();
});
afterAll(() => t.stop());

const all = () => [{ bankId: bank, tag: null, count: null }];
const codeOf = (answer: { json<T>(): T }): string => answer.json<Problem>().code;

describe('taking a quiz', () => {
  it('ends with the record when everything is right, whatever the order in which it was asked', async () => {
    const made = await maker.published({ sections: all() });
    const learner = await maker.learner(made);
    expect(await learner.status()).toMatchObject({
      questions: 7,
      passMark: 80,
      triesLeft: null,
      openRun: null,
      passed: false,
      runs: [],
    });
    const begun = await learner.begin();
    expect(begun.status).toBe(201);
    const run = QuizRunContract.parse(begun.json());
    expect(run).toMatchObject({ number: 1, state: 'open', endsAt: null, version: 0, result: null });
    expect(run.questions).toHaveLength(7);
    expect((await learner.start()).id).toBe(run.id);

    const done = (await learner.handIn(run, 0, rightAnswers(run))).json<HandedIn>();
    expect(QuizRunContract.parse(done.run).result).toMatchObject({
      passed: true,
      score: 100,
      failedSafety: false,
      outOfTime: false,
    });
    expect(done.result).toEqual({ acknowledged: [], superseded: false, activityDone: true, courseDone: true });
    expect(QuizStatusContract.parse(await learner.status())).toMatchObject({
      passed: true,
      openRun: null,
      runs: [{ passed: true, score: 100 }],
    });
    const record = (await learner.client.get('/my/record')).json<PersonRecord>();
    expect(record.completions).toHaveLength(1);
    const outline = (await learner.client.get(`/my/courses/${made.courseId}`)).json<CourseOutline>();
    expect(outline.activities[0]?.state).toBe('done');
    expect(codeOf(await learner.begin())).toBe('passed-already');
    const [score] = await t.db.sql('select value from ledger_private where person_id = $1 and field = $2', [
      learner.personId,
      'score',
    ]);
    expect(score).toEqual({ value: '100' });
  });

  it('that is failed leaves the activity open, and can be tried again', async () => {
    const learner = await maker.learner(await maker.published({ sections: all() }));
    const failed = await learner.take(['First?', 'Match']);
    expect(failed.run.result).toMatchObject({ passed: false, score: 71.43 });
    expect(failed.result).toEqual({ acknowledged: [], superseded: false, activityDone: false, courseDone: false });
    const [attempt] = await t.db.sql('select state, done_at from attempt where id = $1', [learner.attemptId]);
    expect(attempt).toEqual({ state: 'open', done_at: null });
    const passed = await learner.take();
    expect([passed.run.number, passed.run.result?.passed]).toEqual([2, true]);
    expect((await learner.status()).runs.map(({ passed: p }) => p)).toEqual([false, true]);
  });

  it('is failed by one wrong answer to what is safety-critical', async () => {
    const { body } = { body: { type: 'true-false', right: false } };
    const critical = await maker.bank([
      { text: 'Stay in the lane.', safetyCritical: true, body },
      ...Array.from({ length: 9 }, (_, n) => ({ text: `Statement ${n}`, body })),
    ]);
    const learner = await maker.learner(
      await maker.published({ sections: [{ bankId: critical, tag: null, count: null }], passMark: 50 }),
    );
    const failed = await learner.take(['Stay in the lane.']);
    expect(failed.run.result).toMatchObject({ score: 90, passed: false, failedSafety: true });
    const enough = await learner.take(['Statement 1', 'Statement 2']);
    expect(enough.run.result).toMatchObject({ score: 80, passed: true, failedSafety: false });
  });

  it('draws as its sections say, and each run can be drawn again from its seed', async () => {
    const made = await maker.published({
      sections: [
        { bankId: bank, tag: 'alarm', count: 1 },
        { bankId: bank, tag: 'refuge', count: 3 },
        { bankId: bank, tag: 'refuge', count: 1 },
      ],
    });
    const learner = await maker.learner(made);
    const asked = new Set<string>();
    for (let n = 0; n < 6; n += 1) {
      const { run } = await learner.take(['First?', 'Which two?', 'Go back.', 'Match', 'Order']);
      const texts = run.questions.map(({ text }) => text);
      expect(new Set(texts).size).toBe(5);
      expect(texts.filter((text) => text === 'First?' || text === 'Which two?')).toHaveLength(1);
      asked.add(texts.join());
      if (run.result?.passed) break;
    }
    expect(asked.size).toBeGreaterThan(1);
    expect((await learner.status()).questions).toBe(5);

    const [stored] = await t.db.sql<{ seed: string; drawn: DrawnQuestion[] }>(
      'select seed, drawn from quiz_run where attempt_id = $1 and number = 1',
      [learner.attemptId],
    );
    const pool = await t.db.sql<{ section: number; id: string; body: QuestionBody }>(
      `select p.section, r.id, r.body from quiz_pool p join question_revision r on r.id = p.question_revision_id
       where p.activity_id = $1 order by p.section, p.position`,
      [made.activityId],
    );
    const sections = [1, 3, 1].map((count, index) => ({
      count,
      questions: pool.filter(({ section }) => section === index).map(({ id }) => id),
    }));
    const chance = new SeededChance(stored?.seed ?? '');
    const bodyOf = (id: string) => pool.find((one) => one.id === id)?.body ?? { type: 'true-false', right: true };
    const again = drawQuestions(sections, true, chance).map((id) => drawnQuestion(id, bodyOf(id), true, chance));
    expect(again).toEqual(stored?.drawn);
  });
});

describe('what is shown afterwards', () => {
  it.each([
    ['outcome', { score: null, feedback: null }],
    ['score', { score: 85.71, feedback: null }],
  ] as const)('is as its author chose: %s', async (feedback, shown) => {
    const learner = await maker.learner(await maker.published({ sections: all(), feedback, passMark: 90 }));
    const { run } = await learner.take(['Where?']);
    expect(run.result).toMatchObject({ passed: false, ...shown });
    expect((await learner.status()).runs[0]?.score).toBe(shown.score);
    expect(JSON.stringify(await learner.look(run))).not.toContain(SECRET);
  });

  it('can be which were right, and the answers with their explanations', async () => {
    const marks = await maker.learner(await maker.published({ sections: all(), feedback: 'marks', passMark: 90 }));
    const { run } = await marks.take(['First?']);
    const wrong = run.result?.feedback?.filter(({ right }) => !right);
    expect(wrong).toEqual([
      {
        questionId: run.questions.find(({ text }) => text === 'First?')?.id,
        right: false,
        solution: null,
        solutionText: null,
        explanation: null,
      },
    ]);

    const answers = await maker.learner(await maker.published({ sections: all(), feedback: 'answers', passMark: 90 }));
    const shown = (await answers.take(['First?', 'Order'])).run;
    const of = (text: string) => {
      const question = shown.questions.find((q) => q.text === text);
      return { question, told: shown.result?.feedback?.find(({ questionId }) => questionId === question?.id) };
    };
    const first = of('First?');
    expect(first.told).toMatchObject({ right: false, solutionText: 'Alarm', explanation: `${SECRET} one` });
    expect(first.told?.solution).toEqual(first.question && rightAnswer(first.question));
    const order = of('Order');
    expect(order.told).toMatchObject({ right: false, solutionText: '1. One\n2. Two\n3. Three', explanation: null });
    expect(order.told?.solution).toEqual(order.question && rightAnswer(order.question));
    expect(of('How far?').told).toMatchObject({ right: true, solutionText: '12.5 ± 0.5 m' });
    expect(await answers.look(shown)).toEqual({ ...shown, serverNow: expect.any(String) });
  });
});

describe('statistics of a question', () => {
  it('count who answered it, not who left it out', async () => {
    const { body } = { body: { type: 'true-false', right: false } };
    const fresh = await maker.bank(['A', 'B', 'C'].map((text) => ({ text, body })));
    const learner = await maker.learner(
      await maker.published({ sections: [{ bankId: fresh, tag: null, count: null }], passMark: 100 }),
    );
    const of = async () => {
      const { items } = (await author.get(`/question-banks/${fresh}/questions`)).json<QuestionPage>();
      return items.map(({ statistics }) => [statistics.answered, statistics.rightPercent]);
    };
    expect(await of()).toEqual([
      [0, null],
      [0, null],
      [0, null],
    ]);
    await learner.take(['A']);
    await learner.take(['B']);
    const run = await learner.start();
    const wrong = Object.fromEntries(run.questions.map(({ id }) => [id, { type: 'true-false' as const, value: true }]));
    await learner.handIn(run, 0, wrong);
    expect(await of()).toEqual([
      [2, 50],
      [2, 50],
      [3, 66.7],
    ]);
  });
});

describe('what belongs to somebody else', () => {
  it('reads as not there', async () => {
    const made = await maker.published({ sections: all() });
    const [mine, theirs] = [await maker.learner(made), await maker.learner(made)];
    const run = await theirs.start();
    const tries = await Promise.all([
      mine.client.get(`/my/attempts/${theirs.attemptId}/quiz`),
      mine.client.post(`/my/attempts/${theirs.attemptId}/quiz-runs`),
      mine.client.get(`/my/quiz-runs/${run.id}`),
      mine.save(run, 0, rightAnswers(run)),
      mine.handIn(run, 0, rightAnswers(run)),
      mine.client.get(`/my/attempts/${uuid()}/quiz`),
      mine.client.get(`/my/quiz-runs/${uuid()}`),
    ]);
    expect(tries.map(({ status }) => status)).toEqual(tries.map(() => 404));
    await t.db.sql(`update attempt set state = 'abandoned' where id = $1`, [theirs.attemptId]);
    expect((await theirs.client.get(`/my/quiz-runs/${run.id}`)).status).toBe(404);
    expect((await theirs.handIn(run, 0, rightAnswers(run))).status).toBe(404);
    expect((await theirs.begin()).status).toBe(404);
  });
});
