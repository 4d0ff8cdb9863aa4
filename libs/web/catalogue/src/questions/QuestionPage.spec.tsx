import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SaveQuestionRequest } from '@lms/contracts';
import { problem, renderRoutes, stubApi, type Answer } from '@lms/web-platform/testing';
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, inside } from '../testing/inside.js';
import { QuestionPage } from './QuestionPage.js';
import { bank, id, question } from './testing/question-fixture.js';

configure({ asyncUtilTimeout: 20_000 });
const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});
const routes = inside([
  { path: '/question-banks/:bankId', Component: () => <p>The bank</p> },
  { path: '/question-banks/:bankId/questions/new', Component: QuestionPage },
  { path: '/question-banks/:bankId/questions/:questionId', Component: QuestionPage },
]);
const base: Record<string, Answer> = { 'GET /me': adviser, [`GET /question-banks/${id(1)}`]: bank() };
const newAt = `/question-banks/${id(1)}/questions/new`;
const editAt = `/question-banks/${id(1)}/questions/${id(11)}`;
const button = (name: string) => screen.findByRole('button', { name });

describe('a new question', () => {
  it('says what is missing, goes there, and is added as it was written', async () => {
    const added: SaveQuestionRequest[] = [];
    stubApi({
      ...base,
      [`POST /question-banks/${id(1)}/questions`]: (body) => {
        added.push(body as SaveQuestionRequest);
        return { id: id(12) };
      },
    });
    const { router } = renderRoutes(routes, newAt);
    await userEvent.click(await button('Add the question'));
    const text = screen.getByLabelText('What is asked');
    expect(screen.getByText('Write the question.')).not.toBeNull();
    expect(document.activeElement).toBe(text);
    await userEvent.type(text, 'Who decides?');
    await userEvent.type(screen.getByLabelText('Answer 1'), 'The controller');
    await userEvent.type(screen.getByLabelText('Answer 2'), 'Nobody');
    await userEvent.click(screen.getByLabelText('Answer 1 is right'));
    expect(screen.getByRole('heading', { name: 'Who decides?' })).not.toBeNull();
    await userEvent.click(await button('Add the question'));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/question-banks/${id(1)}`));
    expect(added).toMatchObject([
      {
        text: 'Who decides?',
        body: {
          type: 'single',
          choices: [
            { text: 'The controller', right: true },
            { text: 'Nobody', right: false },
          ],
        },
      },
    ]);
    expect(localStorage.length).toBe(0);
  });

  it('is still there when the page was closed, and can be begun afresh', async () => {
    stubApi(base);
    const first = renderRoutes(routes, newAt);
    await userEvent.type(await screen.findByLabelText('What is asked'), 'Half a quest');
    await act(() => first.router.navigate('/question-banks/x'));
    await screen.findByText('The bank');
    await act(() => first.router.navigate(newAt));
    expect(await screen.findByDisplayValue('Half a quest')).not.toBeNull();
    await userEvent.click(await button('Start afresh'));
    expect(screen.queryByDisplayValue('Half a quest')).toBeNull();
  });

  it('begins with a copy where one is asked for, with the next one empty', async () => {
    const added: SaveQuestionRequest[] = [];
    stubApi({
      ...base,
      [`GET /questions/${id(11)}`]: question(11, { text: 'What first?' }),
      [`POST /question-banks/${id(1)}/questions`]: (body) => {
        added.push(body as SaveQuestionRequest);
        return { id: id(12) };
      },
    });
    renderRoutes(routes, `${newAt}?from=${id(11)}`);
    expect(await screen.findByText('This is the copy. Change what differs.')).not.toBeNull();
    await userEvent.click(await button('Add, then write another'));
    await waitFor(() => expect(added).toHaveLength(1));
    expect(added[0]).toMatchObject({ text: 'What first?', tags: ['incursions'] });
    await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('What is asked').value).toBe(''));
    expect(screen.queryByText(/This is the copy/)).toBeNull();
  });
});

describe('a question that stands in the bank', () => {
  it('is never written over in silence: somebody else’s change is shown or replaced', async () => {
    let version = 4;
    const seen: (string | null)[] = [];
    stubApi({
      ...base,
      [`GET /questions/${id(11)}`]: () => question(11, { version, text: version === 4 ? 'What first?' : 'Theirs?' }),
      [`PUT /questions/${id(11)}`]: (body) =>
        version === 4
          ? ((version = 5), problem(412, 'changed-meanwhile'))
          : question(11, { ...(body as object), version: 6 }),
    });
    const stub = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.method === 'PUT') seen.push(new Headers(init.headers).get('if-match'));
      return stub(input, init);
    };
    const { router } = renderRoutes(routes, editAt);
    const text = await screen.findByLabelText('What is asked');
    await userEvent.type(text, ' Mine.');
    await userEvent.click(await button('Save'));
    expect(await screen.findByText(/Somebody else changed this meanwhile/)).not.toBeNull();
    expect(screen.getByDisplayValue('What first? Mine.')).not.toBeNull();
    await userEvent.click(await button('Show what they wrote'));
    expect(await screen.findByDisplayValue('Theirs?')).not.toBeNull();
    await userEvent.click(await button('Save'));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/question-banks/${id(1)}`));
    expect(seen).toEqual(['"4"', '"5"']);
  });

  it('is retired after saying what that does, and taken back into use', async () => {
    let [retired, version] = [false, 4];
    const seen: (string | null)[] = [];
    const turn = (next: boolean) => question(11, { retired: (retired = next), version: (version += 1) });
    stubApi({
      ...base,
      [`GET /questions/${id(11)}`]: () => question(11, { retired, version }),
      [`POST /questions/${id(11)}/retire`]: () => turn(true),
      [`POST /questions/${id(11)}/restore`]: () => turn(false),
      [`PUT /questions/${id(11)}`]: () => question(11, { version: 7 }),
    });
    const stub = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (init?.method === 'PUT') seen.push(new Headers(init.headers).get('if-match'));
      return stub(input, init);
    };
    renderRoutes(routes, editAt);
    await userEvent.click(await button('Retire'));
    expect(await screen.findByText(/Published quizzes keep it until their next version/)).not.toBeNull();
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Retire' }));
    expect(await screen.findByText(/This question is retired/)).not.toBeNull();
    await userEvent.click(await button('Use it again'));
    await waitFor(() => expect(screen.queryByText(/This question is retired/)).toBeNull());
    await userEvent.click(await button('Save'));
    await waitFor(() => expect(seen).toEqual(['"6"']));
  });

  it('says in words how people answer it', async () => {
    const statistics = { answered: 40, rightPercent: 42, discrimination: 0.41 };
    stubApi({ ...base, [`GET /questions/${id(11)}`]: question(11, { statistics }) });
    renderRoutes(routes, editAt);
    expect(await screen.findByText('42% right: hard')).not.toBeNull();
    expect(screen.getByText(/Tells apart well/)).not.toBeNull();
  });

  it('is put in order by buttons that keep the focus', async () => {
    const body = { type: 'ordering' as const, items: ['Alarm', 'Refuge'].map((text, n) => ({ id: id(n), text })) };
    stubApi({ ...base, [`GET /questions/${id(11)}`]: question(11, { body }) });
    renderRoutes(routes, editAt);
    await userEvent.click((await screen.findAllByRole('button', { name: 'Move down Alarm' }))[0]!);
    expect(screen.getByLabelText<HTMLInputElement>('Place 2').value).toBe('Alarm');
    expect(screen.getAllByText('Alarm is now 2 of 2.').length).toBeGreaterThan(0);
  });
});
