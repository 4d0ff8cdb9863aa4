import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handedInRun, id, questions } from './testing/quiz-fixture.js';
import { showQuiz } from './testing/show-quiz.js';

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

describe('before a quiz', () => {
  it('says how it works and begins with the first question in focus', async () => {
    const { router } = showQuiz({ status: { triesLeft: 2, timeLimitMinutes: 20 } });
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
    showQuiz({ status: { nextFrom: '2026-11-27T14:05:00.000Z', runs: [failed] } });
    expect(await screen.findByText('You can try again Fri 27 Nov 2026 at 14:05.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: /Try again|Start/ })).toBeNull();
    expect(screen.getByRole('link', { name: 'See the result of try 1' })).not.toBeNull();
  });

  it('offers the next try by itself once the pause is over', async () => {
    const failed = { id: id(9), number: 1, handedInAt: '2026-11-23T09:00:00.000Z', passed: false, score: 50 };
    showQuiz({
      status: { serverNow: '2026-11-23T14:04:59.900Z', nextFrom: '2026-11-23T14:05:00.000Z', runs: [failed] },
    });
    expect(await button('Try again')).not.toBeNull();
  });

  it('says whom to ask when all tries are used up', async () => {
    showQuiz({ status: { triesLeft: 0 } });
    expect(await screen.findByText(/You have used all your tries/)).not.toBeNull();
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
  const answered = questions.map((q, index) =>
    index === 0 ? { ...q, answer: { type: 'single', choiceId: id(12) } as const } : q,
  );

  it('explains a safety-critical mistake and shows what the quiz lets people see', async () => {
    const over = handedInRun({ passed: false, score: 85.7, failedSafety: true, feedback }, { questions: answered });
    showQuiz({ ...open, over, at: '?question=review' });
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
    showQuiz({ ...open, over, at: '?question=review' });
    await userEvent.click(await button('Hand in'));
    await userEvent.click(await button('Hand in now'));
    expect(await screen.findByText('This quiz does not show which answers were right.')).not.toBeNull();
    expect(screen.queryByText('%')).toBeNull();
  });
});
