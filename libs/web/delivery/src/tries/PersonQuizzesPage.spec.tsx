import { afterEach, describe, expect, it } from '@jest/globals';
import type { PersonQuizzes } from '@lms/contracts';
import { meQuery, patterns } from '@lms/web-platform';
import { useQuery } from '@tanstack/react-query';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PersonQuizzesPage } from './PersonQuizzesPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const quiz = (
  n: number,
  title: string,
  facts: Partial<PersonQuizzes['items'][number]>,
): PersonQuizzes['items'][number] => ({
  attemptId: `t-${n}`,
  courseId: 'c',
  courseTitle: 'Incursions',
  title,
  passed: false,
  running: false,
  tries: 1,
  triesLeft: 0,
  best: 40,
  updatedAt: '2026-11-20T09:00:00.000Z',
  given: [],
  ...facts,
});

/** As the app's frame does it: nothing is shown before it is known who looks. */
function Inside() {
  const { data } = useQuery(meQuery());
  return data ? <PersonQuizzesPage /> : null;
}

describe('the quizzes of a person', () => {
  it('are listed with how they stand, and more tries are given with a reason', async () => {
    let items = [
      quiz(1, 'What to do', {}),
      quiz(2, 'Signs', { passed: true, best: 90 }),
      quiz(3, 'Cones', { triesLeft: 2, best: null }),
      quiz(4, 'Lights', { running: true }),
      quiz(5, 'Barriers', { triesLeft: null }),
    ];
    const { calls } = stubApi({
      'GET /me': { ...somebody, permissions: ['self', 'record.write'] },
      'GET /people/p/quizzes': () => ({ personId: 'p', name: 'Ibrahim Sow', items }),
      'POST /attempts/t-1/more-tries': (body: unknown) => {
        if ((body as { tries: number }).tries > 2) return problem(409, 'tries-left', 'There are tries left.');
        items = [
          quiz(1, 'What to do', {
            triesLeft: 2,
            given: [{ tries: 2, reason: 'The alarm went off', byName: 'Helen Marsh', at: '2026-11-23T10:00:00.000Z' }],
          }),
        ];
        return { triesLeft: 2 };
      },
    });
    renderRoutes([{ path: patterns.personQuizzes, Component: Inside }], '/people/p/quizzes');
    expect(await screen.findByRole('heading', { name: 'Quizzes of Ibrahim Sow' })).toBeTruthy();
    for (const words of [
      /No tries left, best 40%/,
      /Passed, best 90%/,
      /2 tries left, tried/,
      /under way/,
      /As many tries/,
    ])
      expect(screen.getByText(words)).toBeTruthy();
    const give = screen.getAllByRole('button', { name: /^Give more tries/ });
    expect(give.map((button) => button.textContent)).toEqual(['Give more tries: What to do']);
    await userEvent.click(give[0]!);
    const count = screen.getByRole('textbox', { name: 'How many more' });
    await userEvent.clear(count);
    await userEvent.type(count, '21');
    await userEvent.click(screen.getByRole('button', { name: 'Give them' }));
    expect(screen.getByText('Type a whole number from 1 to 20.')).toBeTruthy();
    expect(screen.getByText('Say why they get more tries.')).toBeTruthy();
    await userEvent.clear(count);
    await userEvent.type(count, '2');
    await userEvent.type(screen.getByRole('textbox', { name: 'Why' }), 'The alarm went off');
    await userEvent.click(screen.getByRole('button', { name: 'Give them' }));
    expect(await screen.findByText(/Helen Marsh gave 2 more tries/)).toBeTruthy();
    expect(calls.filter((call) => call.includes('more-tries'))).toHaveLength(1);
  });
});
