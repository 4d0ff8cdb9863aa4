import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@lms/api-platform';
import type {
  CourseOutline,
  HandedIn,
  PersonRecord,
  Problem,
  QuestionPage,
  QuizRun,
  QuizStatus,
  SavedAnswers,
} from '@lms/contracts';
import { QuizRun as QuizRunContract, QuizStatus as QuizStatusContract } from '@lms/contracts';
import { drawQuestions, drawnQuestion, type DrawnQuestion, type QuestionBody } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { EndOverdue } from './end-overdue.js';
import { QuizMaker, type QuizTaker, rightAnswer, rightAnswers, SECRET } from './quiz-course.test.js';
import { SeededChance } from './seeded-chance.js';

const MINUTE = 60_000;
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
afterEach(() => void jest.restoreAllMocks());

/** The clock stands at this moment. */
function itIs(at: number): void {
  jest.spyOn(t.app.get(Clock), 'now').mockImplementation(() => new Date(at));
}
const later = (milliseconds: number): void => itIs(t.app.get(Clock).now().getTime() + milliseconds);

const TELLING = [
  'right',
  'correct',
  'accepted',
  'tolerance',
  'solution',
  'solutionText',
  'explanation',
  'seed',
  'drawn',
];

/** The questions' own ids, under which authors know what belongs together. */
async function ownIds(): Promise<ReadonlySet<unknown>> {
  const ids = await t.db.sql<{ id: string }>(
    `select distinct p.id from question_revision r cross join lateral jsonb_path_query(r.body, '$.**.id') i(v)
     cross join lateral (values (i.v #>> '{}'), (r.id::text), (r.question_id::text), ($1)) p(id)`,
    [bank],
  );
  return new Set(ids.map(({ id }) => id));
}

function leaks(answer: unknown, known: ReadonlySet<unknown>): string[] {
  const found: string[] = [];
  walk(answer, (key, value) => {
    if (TELLING.includes(key)) found.push(key);
    if (known.has(value) || (key === 'value' && value === 12.5)) found.push(`${key}: ${String(value)}`);
  });
  return found;
}

function walk(value: unknown, meet: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    meet(key, inner);
    walk(inner, meet);
  }
}
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

describe('before it is handed in', () => {
  it('no answer of the API holds anything of what is right', async () => {
    const made = await maker.published({ sections: all(), feedback: 'answers', timeLimitMinutes: 30 });
    const learner = await maker.learner(made);
    const run = await learner.start();
    const first = run.questions[0];
    if (!first) throw new Error('Nothing is asked');
    await learner.save(run, 0, { [first.id]: rightAnswer(first) });
    const answers = await Promise.all([
      learner.client.get(`/my/courses/${made.courseId}`),
      learner.client.post(`/my/activities/${made.activityId}/open`),
      learner.client.get(`/my/attempts/${learner.attemptId}/quiz`),
      learner.client.post(`/my/attempts/${learner.attemptId}/quiz-runs`),
      learner.client.get(`/my/quiz-runs/${run.id}`),
      learner.client.put(`/my/quiz-runs/${run.id}/answers`, { version: 1, answers: [] }),
      learner.client.put(`/my/quiz-runs/${run.id}/answers`, { version: 9, answers: [] }),
      learner.client.get('/my/today'),
      learner.client.get('/my/record'),
    ]);
    const known = await ownIds();
    expect(known.size).toBeGreaterThan(15);
    for (const answer of answers) {
      expect(leaks(answer.json(), known)).toEqual([]);
      // What the learner typed themselves may come back to them.
      expect(answer.body.replaceAll(JSON.stringify(rightAnswer(first)), '')).not.toContain(SECRET);
    }
    // The same eyes find it where it does stand.
    const own = (await author.get(`/question-banks/${bank}/questions`)).json();
    expect(leaks(own, known).length).toBeGreaterThan(20);
    expect((await learner.handIn(run, 2)).body).toContain(SECRET);
  });

  it('the order of what is to be matched or ordered tells nothing: ids are new and places differ', async () => {
    const learner = await maker.learner(
      await maker.published({ sections: all(), shuffleChoices: false, shuffleQuestions: false }),
    );
    const orders = new Map<string, Set<string>>([
      ['Match', new Set()],
      ['Order', new Set()],
      ['First?', new Set()],
    ]);
    const ids = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const { run } = await learner.take(['Match', 'Order']);
      expect(run.questions.map(({ text }) => text)).toEqual([
        'First?',
        'Which two?',
        'Go back.',
        'Match',
        'Order',
        'How far?',
        'Where?',
      ]);
      for (const { text, body, id } of run.questions) {
        const list =
          'rights' in body ? body.rights : 'items' in body ? body.items : 'choices' in body ? body.choices : [];
        orders.get(text)?.add(list.map((one) => one.text).join());
        for (const one of [{ id }, ...list, ...('lefts' in body ? body.lefts : [])]) {
          expect(ids.has(one.id)).toBe(false);
          ids.add(one.id);
        }
      }
    }
    expect(orders.get('Match')?.size).toBeGreaterThan(1);
    expect(orders.get('Order')?.size).toBeGreaterThan(1);
    expect(orders.get('First?')?.size).toBe(1);
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

describe('saving', () => {
  let learner: QuizTaker;
  let run: QuizRun;
  const begin = async (settings: object = {}) => {
    learner = await maker.learner(await maker.published({ sections: all(), shuffleQuestions: false, ...settings }));
    run = await learner.start();
  };
  const id = (index: number): string => run.questions[index]?.id ?? '';
  const right = (index: number) => rightAnswers(run)[id(index)] ?? null;

  it('keeps each answer, and what was taken away is gone', async () => {
    await begin();
    expect((await learner.save(run, 0, { [id(0)]: right(0), [id(3)]: right(3) })).json<SavedAnswers>().version).toBe(1);
    await learner.save(run, 1, { [id(0)]: null, [id(5)]: { type: 'numeric', value: '99' } });
    const seen = await learner.look(run);
    expect([seen.version, seen.questions.map(({ answer }) => answer)]).toEqual([
      2,
      [null, null, null, right(3), null, { type: 'numeric', value: '99' }, null],
    ]);
    const done = (await learner.handIn(run, 2, { [id(5)]: right(5) })).json<HandedIn>();
    expect(done.run.result?.score).toBe(28.57);
    expect(codeOf(await learner.save(run, 3, {}))).toBe('handed-in');
  });

  it('refuses a window that has not seen what another saved, and takes the same again', async () => {
    await begin();
    const first = { [id(0)]: right(0) };
    await learner.save(run, 0, first);
    const other = await learner.save(run, 0, { [id(1)]: right(1) });
    expect([other.status, codeOf(other)]).toEqual([409, 'changed-meanwhile']);
    expect([(await learner.handIn(run, 0, { [id(1)]: right(1) })).status]).toEqual([409]);
    // The answer to the first save got lost: the same window sends it again, with what came since.
    const again = await learner.save(run, 0, { ...first, [id(2)]: right(2) });
    expect([again.status, again.json<SavedAnswers>().version]).toEqual([200, 2]);
    const saves = await Promise.all([1, 2, 3, 4].map((n) => learner.save(run, 2, { [id(n)]: right(n) })));
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect((await learner.look(run)).version).toBe(3);
  });

  it('refuses what was not asked', async () => {
    await begin();
    const tries = [
      { [uuid()]: right(0) },
      { [id(0)]: { type: 'single' as const, choiceId: uuid() } },
      { [id(0)]: { type: 'true-false' as const, value: true } },
      { [id(4)]: { type: 'ordering' as const, itemIds: [uuid()] } },
    ];
    for (const answers of tries) {
      const refused = await learner.save(run, 0, answers);
      expect([refused.status, refused.json<Problem>().fields?.[0]?.path]).toEqual([
        422,
        expect.stringMatching(/^answers\.0/),
      ]);
      expect((await learner.handIn(run, 0, answers)).status).toBe(422);
    }
    const many = Array.from({ length: 201 }, () => ({ questionId: id(0), answer: null }));
    expect((await learner.client.put(`/my/quiz-runs/${run.id}/answers`, { version: 0, answers: many })).status).toBe(
      400,
    );
    const nul = await learner.save(run, 0, { [id(6)]: { type: 'short-text', value: 'a\u0000b' } });
    expect(nul.status).toBe(400);
    expect((await learner.look(run)).version).toBe(0);
  });

  it('is over with the time: what came later does not count, what was saved does', async () => {
    await begin({ timeLimitMinutes: 10, passMark: 100 });
    expect(Date.parse(run.endsAt ?? '') - Date.parse(run.startedAt)).toBe(10 * MINUTE);
    const most = rightAnswers(run, ['Where?']);
    await learner.save(run, 0, most);
    itIs(Date.parse(run.endsAt ?? ''));
    expect((await learner.look(run)).state).toBe('open');
    later(1);
    const late = await learner.save(run, 1, { [id(6)]: right(6) });
    expect([late.status, codeOf(late)]).toEqual([409, 'out-of-time']);
    const handedIn = (await learner.handIn(run, 1, { [id(6)]: right(6) })).json<HandedIn>();
    expect(handedIn.run.result).toMatchObject({ outOfTime: true, passed: false, score: 85.71, handedInAt: run.endsAt });
  });
});

describe('a run whose time ran out', () => {
  const takenTo = async (answers: 'all' | 'none'): Promise<{ learner: QuizTaker; run: QuizRun }> => {
    const learner = await maker.learner(await maker.published({ sections: all(), timeLimitMinutes: 10 }));
    const run = await learner.start();
    if (answers === 'all') await learner.save(run, 0, rightAnswers(run));
    later(11 * MINUTE);
    return { learner, run };
  };

  it('hands itself in when its learner looks again, and passes by what was saved', async () => {
    const { learner } = await takenTo('all');
    expect(await learner.status()).toMatchObject({ passed: true, openRun: null, runs: [{ passed: true, score: 100 }] });
  });

  it('makes room for the next one', async () => {
    const { learner, run } = await takenTo('none');
    const next = await learner.start();
    expect([next.number, next.id === run.id]).toEqual([2, false]);
    expect((await learner.look(run)).result).toMatchObject({ outOfTime: true, score: 0 });
  });

  it('hands itself in when nobody looks, once', async () => {
    const { learner, run } = await takenTo('all');
    const overdue = t.app.get(EndOverdue);
    await Promise.all([1, 2, 3].map(() => overdue.all(new AbortController().signal)));
    const rows = await t.db.sql(
      'select handed_in_at = ends_at as in_time, out_of_time, passed from quiz_run where id = $1',
      [run.id],
    );
    expect(rows).toEqual([{ in_time: true, out_of_time: true, passed: true }]);
    const entries = await t.db.sql('select seq from ledger_entry where person_id = $1', [learner.personId]);
    expect(entries).toHaveLength(1);
  });
});

describe('handing in', () => {
  it('twice, also at once, is once, and answers the same', async () => {
    const learner = await maker.learner(await maker.published({ sections: all() }));
    const run = await learner.start();
    const answers = rightAnswers(run);
    const both = await Promise.all([1, 2, 3, 4].map(() => learner.handIn(run, 0, answers)));
    both.push(await learner.handIn(run, 0, answers), await learner.handIn(run, 77));
    const plain = both.map((answer) => {
      const { run: ended, result } = answer.json<HandedIn>();
      return { status: answer.status, run: { ...ended, serverNow: '' }, result };
    });
    expect(plain[0]).toMatchObject({ status: 200, result: { activityDone: true, courseDone: true } });
    for (const one of plain) expect(one).toEqual(plain[0]);
    const [counts] = await t.db.sql(
      `select (select count(*)::int from ledger_entry where person_id = $1) as entries,
         (select count(*)::int from quiz_mark where run_id = $2) as marks`,
      [learner.personId, run.id],
    );
    expect(counts).toEqual({ entries: 1, marks: 7 });
    await expect(t.db.sql(`update quiz_run set passed = false where id = $1`, [run.id])).rejects.toThrow(
      'cannot be changed',
    );
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

describe('tries', () => {
  it('are limited, wait for the cool-down, and the next moment is told', async () => {
    const learner = await maker.learner(
      await maker.published({ sections: all(), attemptsLimit: 2, coolDownMinutes: 60 }),
    );
    expect(await learner.status()).toMatchObject({ triesLeft: 2, nextFrom: null });
    const { run } = await learner.take(['First?', 'Match']);
    const from = new Date(Date.parse(run.result?.handedInAt ?? '') + 60 * MINUTE).toISOString();
    expect(await learner.status()).toMatchObject({ triesLeft: 1, nextFrom: from });
    const early = await learner.begin();
    expect([early.status, codeOf(early)]).toEqual([409, 'cool-down']);
    expect(early.json<Problem>().detail).toMatch(/^You can try again from \w{3} \d{1,2} \w{3,4} \d{4} at \d\d:\d\d\.$/);
    later(60 * MINUTE);
    const second = await learner.start();
    expect(await learner.status()).toMatchObject({ triesLeft: 0, nextFrom: null, openRun: second.id });
    await learner.handIn(second, 0);
    later(60 * MINUTE);
    expect(codeOf(await learner.begin())).toBe('no-tries-left');
    expect(await learner.status()).toMatchObject({ triesLeft: 0, nextFrom: null });
  });

  it('begun in two windows at once are one', async () => {
    const learner = await maker.learner(await maker.published({ sections: all(), attemptsLimit: 3 }));
    const runs = await Promise.all([1, 2, 3, 4].map(() => learner.start()));
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    expect((await learner.status()).triesLeft).toBe(2);
  });

  it('can be given by the People Team once they are used up: in scope, with a reason, never to oneself', async () => {
    const made = await maker.published({ sections: all(), attemptsLimit: 1 });
    const learner = await maker.learner(made);
    const person = await t.make.person();
    await t.make.grant({ personId: person, role: 'people-team' });
    const team = await t.as(person);
    const give = (who: Client, attemptId: string, body: object = { tries: 2, reason: 'The alarm went off' }) =>
      who.post(`/attempts/${attemptId}/more-tries`, body);
    expect(codeOf(await give(team, learner.attemptId))).toBe('tries-left');
    await learner.take(['First?', 'Match']);
    expect((await give(learner.client, learner.attemptId)).status).toBe(403);
    expect((await give(author, learner.attemptId)).status).toBe(403);
    expect((await give(team, learner.attemptId, { tries: 0, reason: 'x' })).status).toBe(400);
    expect((await give(team, learner.attemptId, { tries: 1, reason: '' })).status).toBe(400);
    expect((await give(team, uuid())).status).toBe(404);
    // A trainer records what people did too, but only of those they see.
    const trainer = await t.make.person();
    await t.make.grant({ personId: trainer, role: 'trainer' });
    await t.make.engagement({ personId: trainer, organisationId: await t.make.organisation() });
    expect((await give(await t.as(trainer), learner.attemptId)).status).toBe(404);

    expect((await give(team, learner.attemptId)).json()).toEqual({ triesLeft: 2 });
    expect(await learner.status()).toMatchObject({ triesLeft: 2 });
    const audit = await t.db.sql(
      `select actor_id, target_id, detail from audit_event where action = 'quiz.more-tries'`,
    );
    expect(audit).toEqual([
      {
        actor_id: person,
        target_id: learner.personId,
        detail: { attemptId: learner.attemptId, tries: 2, reason: 'The alarm went off' },
      },
    ]);
    expect((await learner.take()).run.result?.passed).toBe(true);
    expect(codeOf(await give(team, learner.attemptId))).toBe('passed-already');

    const endless = await maker.learner(await maker.published({ sections: all() }));
    expect(codeOf(await give(team, endless.attemptId))).toBe('no-limit');
  });

  it('of oneself are for somebody else to give', async () => {
    const learner = await maker.learner(await maker.published({ sections: all(), attemptsLimit: 1 }), 'people-team');
    await learner.take(['First?', 'Match']);
    const answer = await learner.client.post(`/attempts/${learner.attemptId}/more-tries`, { tries: 1, reason: 'Mine' });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'somebody-else']);
    expect((await learner.status()).triesLeft).toBe(0);
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
