import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HandInRequest, QuizAnswer, QuizRun, SaveAnswersRequest } from '@lms/contracts';
import { ApiProblem } from '@lms/web-platform';
import { configure, waitFor } from '@testing-library/react';
import { handedIn, handedInRun, id, openRun, questions, runId } from '../testing/quiz-fixture.js';
import { AnswerBook, type BookDeps } from './answer-book.js';
import { browserKeptAnswers } from './kept-answers.js';

configure({ asyncUtilTimeout: 20_000 });

const person = id(1);
const [q1, q2, q6] = [id(1), id(2), id(6)];
const alarm: QuizAnswer = { type: 'single', choiceId: id(11) };
const radio: QuizAnswer = { type: 'single', choiceId: id(12) };
const metres = (value: string): QuizAnswer => ({ type: 'numeric', value });
const noSignal = () => new ApiProblem({ status: 0, code: 'no-signal', detail: '' });
const conflict = () => new ApiProblem({ status: 409, code: 'changed-meanwhile', detail: 'Changed.' });

/** A server that holds one run, as the API would: a save by an older version is refused. */
function server(facts: Partial<QuizRun> = {}) {
  let run = openRun(facts);
  const requests: SaveAnswersRequest[] = [];
  const handIns: HandInRequest[] = [];
  const self = {
    requests,
    handIns,
    /** Thrown instead of the next answers, before or after the server has acted. */
    before: [] as unknown[],
    after: [] as unknown[],
    get run() {
      return run;
    },
    write(request: SaveAnswersRequest) {
      const given = new Map(request.answers.map(({ questionId, answer }) => [questionId, answer]));
      run = {
        ...run,
        version: run.version + 1,
        questions: run.questions.map((q) => ({ ...q, answer: given.has(q.id) ? given.get(q.id)! : q.answer })),
      };
    },
    finish(by: Partial<NonNullable<QuizRun['result']>> = {}) {
      run = handedInRun(by, { version: run.version, questions: run.questions });
    },
    deps: {
      save: async (_run, request) => {
        requests.push(request);
        fail(self.before);
        if (run.state !== 'open' || request.version !== run.version) throw conflict();
        self.write(request);
        fail(self.after);
        return { version: run.version, savedAt: '2026-11-23T09:01:00.000Z' };
      },
      handIn: async (_run, request) => {
        handIns.push(request);
        fail(self.before);
        if (run.state === 'open') {
          if (request.version !== run.version) throw conflict();
          self.write(request);
          self.finish();
        }
        fail(self.after);
        return handedIn(run);
      },
      read: async () => run,
      kept: browserKeptAnswers(person, runId),
      ticks: () => 0,
      random: () => 0,
      pauseMs: 0,
    } satisfies BookDeps as BookDeps,
  };
  return self;
}
const fail = (list: unknown[]) => {
  const error = list.shift();
  if (error) throw error;
};
const given = (run: QuizRun, question: string) => run.questions.find((q) => q.id === question)?.answer;

beforeEach(() => localStorage.clear());

describe('the book of answers', () => {
  it('keeps an answer on the device at once, and drops it when the server has it', async () => {
    const api = server();
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q1, alarm);
    expect(api.deps.kept.all().get(q1)?.answer).toEqual(alarm);
    expect(book.read()).toMatchObject({ waiting: 1, lastSavedAt: null });
    await book.flush();
    expect(given(api.run, q1)).toEqual(alarm);
    expect(api.deps.kept.all().size).toBe(0);
    expect(book.read()).toMatchObject({ waiting: 0, lastSavedAt: '2026-11-23T09:01:00.000Z' });
  });

  it('sends what a closed tab left behind', async () => {
    const api = server();
    api.deps.kept.keep(q1, { answer: alarm, known: ['null'] });
    const book = new AnswerBook(api.run, api.deps);
    expect(book.read().answers[q1]).toEqual(alarm);
    await book.flush();
    expect(given(api.run, q1)).toEqual(alarm);
  });

  it('goes on trying without signal, with the newest answer', async () => {
    const api = server();
    api.before.push(noSignal(), noSignal());
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q6, metres('1'));
    const sending = book.flush();
    await waitFor(() => expect(book.read().offline).toBe(true));
    book.answer(q6, metres('1.2'));
    await book.flush();
    await sending;
    expect(given(api.run, q6)).toEqual(metres('1.2'));
    expect(book.read()).toMatchObject({ waiting: 0, offline: false, elsewhere: [] });
  });

  it('says nothing of another window when only its own confirmation was lost', async () => {
    const api = server();
    api.after.push(noSignal());
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q1, alarm);
    await book.flush();
    await waitFor(() => expect(book.read().waiting).toBe(0));
    expect(given(api.run, q1)).toEqual(alarm);
    expect(book.read().elsewhere).toEqual([]);
  });

  it('keeps a newer answer when the confirmation of the one before was lost', async () => {
    const api = server();
    api.after.push(noSignal());
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q1, alarm);
    const sending = book.flush();
    await waitFor(() => expect(book.read().offline).toBe(true));
    book.answer(q1, radio);
    await Promise.all([sending, book.flush()]);
    expect(given(api.run, q1)).toEqual(radio);
    expect(book.read()).toMatchObject({ waiting: 0, elsewhere: [] });
  });

  it('takes over newer answers of another window, says which, and still saves its own', async () => {
    const api = server();
    const book = new AnswerBook(api.run, api.deps);
    api.write({ version: 0, answers: [{ questionId: q1, answer: radio }] });
    book.answer(q1, alarm);
    book.answer(q2, { type: 'multiple', choiceIds: [id(21)] });
    await book.flush();
    expect(given(api.run, q1)).toEqual(radio);
    expect(given(api.run, q2)).toEqual({ type: 'multiple', choiceIds: [id(21)] });
    expect(book.read().answers[q1]).toEqual(radio);
    expect(book.read().elsewhere).toEqual([q1]);
    book.seenElsewhere();
    expect(book.read().elsewhere).toEqual([]);
  });

  it('hands in what waits in the same request', async () => {
    const api = server();
    const book = new AnswerBook(api.run, { ...api.deps, pauseMs: 60_000 });
    book.answer(q1, alarm);
    await book.handIn();
    expect(api.requests).toEqual([]);
    expect(api.handIns).toEqual([{ version: 0, answers: [{ questionId: q1, answer: alarm }] }]);
    expect(book.read().handedIn?.run.state).toBe('handed-in');
    expect(localStorage.length).toBe(0);
  });

  it('hands in once the signal is back, even when the first time did arrive', async () => {
    const api = server();
    api.after.push(noSignal());
    const book = new AnswerBook(api.run, api.deps);
    const handing = book.handIn();
    await waitFor(() => expect(book.read().handing).toBe('waiting'));
    await Promise.all([handing, book.flush()]);
    expect(book.read().handedIn?.result.activityDone).toBe(true);
    expect(api.handIns.length).toBe(2);
  });

  it('does not hand in answers of another window that nobody has seen here', async () => {
    const api = server();
    const book = new AnswerBook(api.run, api.deps);
    api.write({ version: 0, answers: [{ questionId: q1, answer: radio }] });
    await book.handIn();
    expect(book.read()).toMatchObject({ handedIn: null, handing: 'no', elsewhere: [q1] });
    await book.handIn();
    expect(book.read().handedIn).not.toBeNull();
  });

  it('notices that the run was handed in elsewhere', async () => {
    const api = server();
    const book = new AnswerBook(api.run, api.deps);
    api.finish({ passed: false, outOfTime: true });
    book.answer(q1, alarm);
    await book.flush();
    expect(book.read().handedIn?.run.result).toMatchObject({ passed: false, outOfTime: true });
    expect(localStorage.length).toBe(0);
  });

  it('sends no answers once the time is up, only that it is over', async () => {
    const api = server({ endsAt: '2026-11-23T09:00:10.000Z' });
    let tick = 0;
    const book = new AnswerBook(api.run, { ...api.deps, ticks: () => tick, pauseMs: 60_000 });
    book.answer(q1, alarm);
    tick = 10_000;
    await book.handIn();
    expect(api.handIns).toEqual([{ version: 0, answers: [] }]);
  });

  it('stops with the reason when it is refused, and keeps the answer', async () => {
    const api = server();
    api.before.push(new ApiProblem({ status: 400, code: 'bad-request', detail: 'Too long.' }));
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q1, alarm);
    await book.flush();
    expect(book.read().error).toBeInstanceOf(ApiProblem);
    expect(api.deps.kept.all().get(q1)?.answer).toEqual(alarm);
    await book.flush();
    expect(book.read()).toMatchObject({ waiting: 0 });
  });

  it('leaves alone what an older reading of the run says', async () => {
    const api = server();
    const old = api.run;
    const book = new AnswerBook(api.run, api.deps);
    book.answer(q1, alarm);
    await book.flush();
    await book.met(old);
    expect(book.read().answers[q1]).toEqual(alarm);
    expect(questions).toHaveLength(7);
  });
});
