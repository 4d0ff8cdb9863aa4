import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitResult, HandInRequest, QuizRun, QuizStatus, SaveAnswersRequest } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QuizPlayer } from './QuizPlayer.js';
import { attemptId, handedIn, handedInRun, id, opened, openRun, questions, quizStatus } from './testing/quiz-fixture.js';

// The book of answers pauses before it saves, and the machine may be slow.
configure({ asyncUtilTimeout: 20_000 });

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

let lastRun = 100;

/** The page of a quiz with an API that keeps one run; each test has a run of its own, since books live with the tab. */
function show(options: { status?: Partial<QuizStatus>; run?: Partial<QuizRun>; at?: string; over?: QuizRun; more?: Record<string, Answer> }) {
  const runId = id((lastRun += 1));
  const done: CommitResult[] = [];
  const saved: SaveAnswersRequest[] = [];
  const handIns: HandInRequest[] = [];
  let run = openRun({ id: runId, ...options.run });
  let status = quizStatus(options.status);
  if (status.openRun) status = { ...status, openRun: runId };
  const { calls } = stubApi({
    'GET /me': somebody,
    [`GET /my/attempts/${attemptId}/quiz`]: () => status,
    [`POST /my/attempts/${attemptId}/quiz-runs`]: () => {
      status = { ...status, openRun: runId };
      return run;
    },
    [`GET /my/quiz-runs/${runId}`]: () => run,
    [`PUT /my/quiz-runs/${runId}/answers`]: (body) => {
      saved.push(body as SaveAnswersRequest);
      run = { ...run, version: run.version + 1 };
      return { version: run.version, savedAt: '2026-11-23T09:01:00.000Z' };
    },
    [`POST /my/quiz-runs/${runId}/hand-in`]: (body) => {
      handIns.push(body as HandInRequest);
      run = { ...(options.over ?? handedInRun()), id: runId };
      const over = { id: runId, number: 1, handedInAt: '2026-11-23T09:12:00.000Z', passed: false, score: null };
      status = { ...status, openRun: null, passed: run.result?.passed === true, runs: [over] };
      return handedIn(run);
    },
    ...options.more,
  });
  function Inside() {
    const { data } = useQuery(meQuery());
    return data ? <QuizPlayer opened={opened} onDone={(result) => done.push(result)} /> : null;
  }
  const { router } = renderRoutes([{ path: '/quiz', Component: Inside }], `/quiz${(options.at ?? '').replace('RUN', runId)}`);
  return { calls, saved, handIns, done, router, setStatus: (next: Partial<QuizStatus>) => (status = { ...status, ...next }) };
}
const open = { status: { openRun: id(1) } };
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

describe('before a quiz', () => {
  it('says how it works and begins with the first question in focus', async () => {
    const { router } = show({ status: { triesLeft: 2, timeLimitMinutes: 20 } });
    expect(await heading('Check: incursions')).not.toBeNull();
    const rules = screen.getByRole('list', { name: 'How it works' });
    expect(within(rules).getByText('80% to pass')).not.toBeNull();
    expect(within(rules).getByText('2 of 3 tries left')).not.toBeNull();
    expect(within(rules).getByText(/^20 min, counted from the start/)).not.toBeNull();
    await userEvent.click(await button('Start the quiz'));
    const first = await heading(/Question 1 of 7\s*What is first/);
    await waitFor(() => expect(document.activeElement).toBe(first));
    expect(router.state.location.search).toBe('?question=1');
  });

  it('says when the next try may begin, and offers none before', async () => {
    const failed = { id: id(9), number: 1, handedInAt: '2026-11-23T09:00:00.000Z', passed: false, score: 50 };
    show({ status: { nextFrom: '2026-11-27T14:05:00.000Z', runs: [failed] } });
    expect(await screen.findByText('You can try again Fri 27 Nov 2026 at 14:05.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: /Try again|Start/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'See the result of try 1' })).not.toBeNull();
  });

  it('offers the next try by itself once the pause is over', async () => {
    const failed = { id: id(9), number: 1, handedInAt: '2026-11-23T09:00:00.000Z', passed: false, score: 50 };
    show({ status: { serverNow: '2026-11-23T14:04:59.900Z', nextFrom: '2026-11-23T14:05:00.000Z', runs: [failed] } });
    expect(await button('Try again')).not.toBeNull();
  });

  it('says whom to ask when all tries are used up', async () => {
    show({ status: { triesLeft: 0 } });
    expect(await screen.findByText(/You have used all your tries/)).not.toBeNull();
  });
});

describe('a quiz that is open', () => {
  it('is answered with the keyboard alone, saved as it goes, looked over and handed in', async () => {
    const { saved, handIns, done, router } = show({ ...open, at: '?question=1' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: 'The alarm' }));
    await waitFor(() => expect(saved.at(-1)?.answers).toEqual([{ questionId: id(1), answer: { type: 'single', choiceId: id(11) } }]));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await heading(/Question 2 of 7/));
    await user.tab();
    await user.keyboard(' ');
    expect(screen.getByRole('checkbox', { name: 'A lookout' }).matches(':checked')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Question 7, not answered yet' }));
    await user.type(await screen.findByLabelText('Your answer'), 'Get clear{Enter}');
    expect(document.activeElement).toBe(await heading('Look over your answers'));
    expect(screen.getByText('4 questions have no answer yet: 3, 4, 5 and 6.')).not.toBeNull();
    expect(router.state.location.search).toBe('?question=review');
    await user.click(await button('Hand in'));
    const dialog = screen.getByRole('dialog', { name: 'Hand in your answers?' });
    expect(within(dialog).getByText('4 questions without an answer count as wrong.')).not.toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Hand in now' }));
    expect(await heading('Passed')).not.toBeNull();
    expect(done).toEqual([{ acknowledged: [], superseded: false, activityDone: true, courseDone: false }]);
    expect(handIns).toHaveLength(1);
    const all = [...saved, ...handIns].flatMap((request) => request.answers);
    expect(all).toContainEqual({ questionId: id(2), answer: { type: 'multiple', choiceIds: [id(21)] } });
    expect(all).toContainEqual({ questionId: id(7), answer: { type: 'short-text', value: 'Get clear' } });
    expect(router.state.location.search).toMatch(/^\?result=/);
  });

  it('matches by choosing from lists and orders by buttons', async () => {
    const { saved } = show({ ...open, at: '?question=4' });
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Belongs to Red cross' }), 'Lane closed');
    await waitFor(() =>
      expect(saved.at(-1)?.answers).toEqual([
        { questionId: id(4), answer: { type: 'matching', pairs: { [id(41)]: id(44) } } },
      ]),
    );
    await userEvent.click(await button('Next'));
    const up = await button('Move up Alarm');
    await userEvent.click(up);
    expect(screen.getByText('Alarm is now 1 of 3.')).not.toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move up Alarm' }));
    await waitFor(() =>
      expect(saved.at(-1)?.answers).toEqual([
        { questionId: id(5), answer: { type: 'ordering', itemIds: [id(52), id(51), id(53)] } },
      ]),
    );
  });

  it('counts an order as an answer only once it is said to be right', async () => {
    const { saved } = show({ ...open, at: '?question=5' });
    expect(await button('Question 5, not answered yet')).not.toBeNull();
    await userEvent.click(await button('This order is right'));
    expect(await button('Question 5, answered')).not.toBeNull();
    await waitFor(() => expect(saved.at(-1)?.answers[0]?.answer).toMatchObject({ itemIds: [id(51), id(52), id(53)] }));
  });

  it('keeps answers on the device while there is no signal, and says so', async () => {
    let signal = false;
    const kept = `waymark.quiz.${somebody.personId}.`;
    const page = show({ ...open, at: '?question=3' });
    const stub = globalThis.fetch;
    globalThis.fetch = (input, init) =>
      init?.method === 'PUT' && !signal ? Promise.reject(new TypeError('offline')) : stub(input, init);
    await userEvent.click(await screen.findByRole('radio', { name: 'True' }));
    expect(await screen.findByText('1 answer is safe on this device.')).not.toBeNull();
    expect(Object.keys(localStorage).some((key) => key.startsWith(kept) && key.includes('.answer.'))).toBe(true);
    signal = true;
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(page.saved).toHaveLength(1));
    await waitFor(() => expect(screen.queryByText('1 answer is safe on this device.')).toBeNull());
  });

  it('goes on at the question where it was left on this device', async () => {
    const place = `waymark.quiz.${somebody.personId}.${id(lastRun + 1)}.place`;
    localStorage.setItem(place, '3');
    show(open);
    expect(await heading(/Question 3 of 7/)).not.toBeNull();
  });

  it('flags a question on the map and on the page before handing in', async () => {
    show({ ...open, at: '?question=6' });
    await userEvent.click(await button('Flag for later'));
    expect(await button('Question 6, not answered yet, flagged')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Your answer, a number'), 'two');
    expect(screen.getByText('Type a number, such as 2.5.')).not.toBeNull();
    await userEvent.click(await button('Next'));
    await userEvent.click(await button('Look it over'));
    expect(await screen.findByText('You flagged 1 to look at again: 6.')).not.toBeNull();
  });

  it('shows the newer answers of another window and says which', async () => {
    const elsewhere = questions.map((q) => (q.id === id(3) ? { ...q, answer: { type: 'true-false', value: false } as const } : q));
    const runPath = `/my/quiz-runs/${id(lastRun + 1)}`;
    let refused = false;
    show({
      ...open,
      at: '?question=3',
      more: {
        [`GET ${runPath}`]: () => openRun({ id: id(lastRun), version: refused ? 4 : 0, questions: refused ? elsewhere : questions }),
        [`PUT ${runPath}/answers`]: () => {
          refused = true;
          return problem(409, 'changed-meanwhile');
        },
      },
    });
    await userEvent.click(await screen.findByRole('radio', { name: 'True' }));
    expect(await screen.findByText('Question 3 was answered in another window. Its newer answer is shown here.')).not.toBeNull();
    expect(screen.getByRole('radio', { name: 'False' }).matches(':checked')).toBe(true);
    await userEvent.click(await button('All right'));
    expect(screen.queryByText(/answered in another window/)).toBeNull();
  });

  it('hands in by itself when the time is up', async () => {
    const over = handedInRun({ passed: false, score: 0, outOfTime: true });
    const { handIns } = show({ ...open, run: { endsAt: '2026-11-23T09:00:00.300Z' }, over });
    expect(await screen.findByText('The time ran out. What was saved by then counts.')).not.toBeNull();
    expect(handIns).toEqual([{ version: 0, answers: [] }]);
  });
});

describe('the result of a quiz', () => {
  const feedback = questions.map((q, index) => ({
    questionId: q.id,
    right: index > 0,
    solution: index === 0 ? ({ type: 'single', choiceId: id(11) } as const) : null,
    solutionText: index === 0 ? 'The alarm' : null,
    explanation: index === 0 ? 'It warns everybody at once.' : null,
  }));
  const answered = questions.map((q, index) => (index === 0 ? { ...q, answer: { type: 'single', choiceId: id(12) } as const } : q));

  it('explains a safety-critical mistake and shows what the quiz lets people see', async () => {
    const over = handedInRun({ passed: false, score: 85.7, failedSafety: true, feedback }, { questions: answered });
    show({ ...open, over, at: '?question=review' });
    await userEvent.click(await button('Hand in'));
    await userEvent.click(await button('Hand in now'));
    expect(await heading('Not passed yet')).not.toBeNull();
    expect(screen.getByText(/A safety-critical question was wrong/)).not.toBeNull();
    const wrong = screen.getByRole('region', { name: 'To look at again' });
    expect(within(wrong).getByText('The radio')).not.toBeNull();
    expect(within(wrong).getByText('The alarm')).not.toBeNull();
    expect(within(wrong).getByText('It warns everybody at once.')).not.toBeNull();
    expect(await button('Try again')).not.toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Result of try 1' }));
  });

  it('shows only the outcome where the quiz tells no more', async () => {
    const over = handedInRun({ passed: false, score: null });
    show({ ...open, over, at: '?question=review' });
    await userEvent.click(await button('Hand in'));
    await userEvent.click(await button('Hand in now'));
    expect(await screen.findByText('This quiz does not show which answers were right.')).not.toBeNull();
    expect(screen.queryByText('%')).toBeNull();
  });
});
