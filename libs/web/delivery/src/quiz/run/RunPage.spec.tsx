import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { problem, somebody } from '@lms/web-platform/testing';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handedInRun, id, openRun, questions } from '../testing/quiz-fixture.js';
import { nextRunId, showQuiz } from '../testing/show-quiz.js';

// The book of answers pauses before it saves, and the machine may be slow.
configure({ asyncUtilTimeout: 20_000 });

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

const open = { status: { openRun: id(1) } };
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string | RegExp) => screen.findByRole('heading', { name });

describe('a quiz that is open', () => {
  it('is answered with the keyboard alone, saved as it goes, looked over and handed in', async () => {
    const { saved, handIns, done, router } = showQuiz({ ...open, at: '?question=1' });
    const user = userEvent.setup();
    await user.click(await screen.findByRole('radio', { name: 'The alarm' }));
    await waitFor(() =>
      expect(saved.at(-1)?.answers).toEqual([{ questionId: id(1), answer: { type: 'single', choiceId: id(11) } }]),
    );
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
    const { saved } = showQuiz({ ...open, at: '?question=4' });
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
    const { saved } = showQuiz({ ...open, at: '?question=5' });
    expect(await button('Question 5, not answered yet')).not.toBeNull();
    await userEvent.click(await button('This order is right'));
    expect(await button('Question 5, answered')).not.toBeNull();
    await waitFor(() => expect(saved.at(-1)?.answers[0]?.answer).toMatchObject({ itemIds: [id(51), id(52), id(53)] }));
  });

  it('keeps answers on the device while there is no signal, and says so', async () => {
    let signal = false;
    const kept = `waymark.quiz.${somebody.personId}.`;
    const page = showQuiz({ ...open, at: '?question=3' });
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
    const place = `waymark.quiz.${somebody.personId}.${nextRunId()}.place`;
    localStorage.setItem(place, '3');
    showQuiz(open);
    expect(await heading(/Question 3 of 7/)).not.toBeNull();
  });

  it('flags a question on the map and on the page before handing in', async () => {
    showQuiz({ ...open, at: '?question=6' });
    await userEvent.click(await button('Flag for later'));
    expect(await button('Question 6, not answered yet, flagged')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Your answer, a number'), 'two');
    expect(screen.getByText('Type a number, such as 2.5.')).not.toBeNull();
    await userEvent.click(await button('Next'));
    await userEvent.click(await button('Look it over'));
    expect(await screen.findByText('You flagged 1 to look at again: 6.')).not.toBeNull();
  });

  it('shows the newer answers of another window and says which', async () => {
    const elsewhere = questions.map((q) =>
      q.id === id(3) ? { ...q, answer: { type: 'true-false', value: false } as const } : q,
    );
    const runId = nextRunId();
    const runPath = `/my/quiz-runs/${runId}`;
    let refused = false;
    showQuiz({
      ...open,
      at: '?question=3',
      more: {
        [`GET ${runPath}`]: () =>
          openRun({ id: runId, version: refused ? 4 : 0, questions: refused ? elsewhere : questions }),
        [`PUT ${runPath}/answers`]: () => {
          refused = true;
          return problem(409, 'changed-meanwhile');
        },
      },
    });
    await userEvent.click(await screen.findByRole('radio', { name: 'True' }));
    expect(
      await screen.findByText('Question 3 was answered in another window. Its newer answer is shown here.'),
    ).not.toBeNull();
    expect(screen.getByRole('radio', { name: 'False' }).matches(':checked')).toBe(true);
    await userEvent.click(await button('All right'));
    expect(screen.queryByText(/answered in another window/)).toBeNull();
  });

  it('hands in by itself when the time is up', async () => {
    const over = handedInRun({ passed: false, score: 0, outOfTime: true });
    const { handIns } = showQuiz({ ...open, run: { endsAt: '2026-11-23T09:00:00.300Z' }, over });
    expect(await screen.findByText('The time ran out. What was saved by then counts.')).not.toBeNull();
    expect(handIns).toEqual([{ version: 0, answers: [] }]);
  });
});
