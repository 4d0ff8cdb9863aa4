import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '@lms/api-platform';
import type { HandedIn, Problem, QuizRun, SavedAnswers } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { QuizMaker, type QuizTaker, rightAnswers } from '../../../../../test/http/quiz-course.js';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { EndOverdue } from './end-overdue.js';

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

const all = () => [{ bankId: bank, tag: null, count: null }];
const codeOf = (answer: { json<T>(): T }): string => answer.json<Problem>().code;

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
