import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, inside } from '../testing/inside.js';
import { QuestionBankPage } from './QuestionBankPage.js';
import { QuestionBanksPage } from './QuestionBanksPage.js';
import { bank, id, question } from './testing/question-fixture.js';

configure({ asyncUtilTimeout: 20_000 });
const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});
const routes = inside([
  { path: '/question-banks', Component: QuestionBanksPage },
  { path: '/question-banks/:bankId', Component: QuestionBankPage },
]);

describe('question banks', () => {
  it('begins with an empty page that says what a bank is for, and leads into the new one', async () => {
    const made: unknown[] = [];
    stubApi({
      'GET /me': adviser,
      'GET /question-banks': { items: [], nextCursor: null },
      'POST /question-banks': (body) => {
        made.push(body);
        return { id: id(1) };
      },
      [`GET /question-banks/${id(1)}`]: bank({ questions: 0, safetyCritical: 0, tags: [] }),
      [`GET /question-banks/${id(1)}/questions`]: { items: [], nextCursor: null },
    });
    const { router } = renderRoutes(routes, '/question-banks');
    expect(await screen.findByRole('heading', { name: 'There is no question bank yet.' })).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'New bank' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Create the bank' }));
    expect(screen.getByText('Give it a title.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Title'), ' Signs ');
    await userEvent.click(screen.getByRole('button', { name: 'Create the bank' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/question-banks/${id(1)}`));
    expect(made).toEqual([{ title: 'Signs', description: '' }]);
    expect(await screen.findByRole('heading', { name: 'No question in this bank yet.' })).not.toBeNull();
  });

  it('offers nothing to change to those who only read', async () => {
    stubApi({
      'GET /me': { ...adviser, permissions: ['self', 'courses.read'] },
      'GET /question-banks': { items: [bank()], nextCursor: null },
    });
    renderRoutes(routes, '/question-banks');
    expect(await screen.findByRole('link', { name: 'Working near traffic' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'New bank' })).toBeNull();
  });
});

describe('a question bank', () => {
  const answers = (asked: string[] = []) => ({
    'GET /me': adviser,
    [`GET /question-banks/${id(1)}`]: bank({ usedBy: [{ courseId: id(7), title: 'Incursions' }] }),
    [`GET /question-banks/${id(1)}/questions`]: (_body: unknown, url: URL) => {
      asked.push(url.search);
      return {
        items: [
          question(11, { text: 'What first?', safetyCritical: true }),
          question(12, {
            text: 'Hard one?',
            statistics: { answered: 40, rightPercent: 24.6, discrimination: -0.21 },
          }),
        ],
        nextCursor: null,
      };
    },
  });

  it('shows how people answer, in words, and marks what is safety-critical', async () => {
    stubApi(answers());
    renderRoutes(routes, `/question-banks/${id(1)}`);
    const hard = (await screen.findByRole('link', { name: 'Hard one?' })).closest('tr');
    expect(within(hard!).getByText('25%')).not.toBeNull();
    expect(within(hard!).getByText('The wrong way round')).not.toBeNull();
    const first = screen.getByRole('link', { name: 'What first?' }).closest('tr');
    expect(within(first!).getByText('Safety-critical')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Incursions' }).getAttribute('href')).toBe(`/courses/${id(7)}/manage`);
  });

  it('keeps search, tag, type and state in the address', async () => {
    const asked: string[] = [];
    stubApi(answers(asked));
    const { router } = renderRoutes(routes, `/question-banks/${id(1)}?tag=zones`);
    await userEvent.selectOptions(await screen.findByLabelText('Type'), 'numeric');
    await userEvent.click(screen.getByRole('link', { name: 'Retired' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Find a question' }), 'wide');
    await waitFor(() => expect(router.state.location.search).toBe('?tag=zones&type=numeric&retired=yes&q=wide'));
    await waitFor(() => expect(asked.at(-1)).toBe('?q=wide&tag=zones&type=numeric&retired=yes'));
    expect(asked[0]).toBe('?tag=zones&retired=no');
  });
});
