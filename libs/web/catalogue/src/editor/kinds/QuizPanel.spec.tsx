import { afterEach, describe, expect, it } from '@jest/globals';
import type { Activity, QuizSettings } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { bank, id } from '../../questions/testing/question-fixture.js';
import { adviser, inside } from '../../testing/inside.js';
import { firstSettings } from './first-settings.js';
import { QuizPanel } from './QuizPanel.js';

configure({ asyncUtilTimeout: 20_000 });
const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const start = firstSettings('quiz', '') as QuizSettings;
const activity = { id: id(9), kind: 'quiz', title: 'Check' } as Activity;

/** The database gives the parts in an order of its own. */
const asStored = (settings: QuizSettings) =>
  Object.fromEntries(Object.entries(settings).reverse()) as unknown as QuizSettings;

/** The panel in an editor that answers each save only when it is let. */
function show(settings: Partial<QuizSettings>) {
  const saved: QuizSettings[] = [];
  let answer: (settings: QuizSettings) => void = () => undefined;
  stubApi({
    'GET /me': adviser,
    'GET /question-banks': { items: [bank()], nextCursor: null },
    [`GET /question-banks/${id(1)}`]: bank(),
  });
  function Page() {
    const [kept, setKept] = useState<QuizSettings>({ ...start, ...settings });
    answer = setKept;
    const shared = { courseId: id(7), versionId: id(8), activity };
    return <QuizPanel {...shared} settings={kept} onSave={(next) => void saved.push(next)} />;
  }
  renderRoutes(inside([{ path: '/', Component: Page }]), '/');
  return { saved, answer: (next: QuizSettings) => act(() => answer(asStored(next))) };
}

describe('a quiz in the editor', () => {
  it('draws from a bank that is found by its title, and says how many questions stand there', async () => {
    const { saved } = show({});
    await userEvent.click(await screen.findByLabelText('Add questions from a bank'));
    await userEvent.click(await screen.findByRole('option', { name: /Working near traffic/ }));
    expect(await screen.findByText('12 questions stand in this bank.')).not.toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Which of them'), 'zones');
    expect(await screen.findByText('4 questions stand in this tag.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('How many'), '5{Enter}');
    expect(await screen.findByText(/should draw 5, but only 4/)).not.toBeNull();
    expect(screen.getByText('4 questions in all')).not.toBeNull();
    expect(saved.at(-1)?.sections).toEqual([{ bankId: id(1), tag: 'zones', count: 5 }]);
  });

  it('builds each change on the one before it, while saves are still under way', async () => {
    const { saved, answer } = show({});
    await userEvent.click(await screen.findByLabelText(/^Shuffle the questions/));
    const first = saved.at(-1);
    await userEvent.click(screen.getByLabelText(/^Passed or not/));
    expect(saved.at(-1)).toMatchObject({ shuffleQuestions: false, feedback: 'outcome' });
    // The answer to the first save comes late and takes nothing back.
    if (first) answer(first);
    await userEvent.click(screen.getByLabelText(/^Shuffle the answers/));
    expect(saved.at(-1)).toMatchObject({ shuffleQuestions: false, feedback: 'outcome', shuffleChoices: false });
  });

  it('takes over what somebody else saved', async () => {
    const { answer } = show({});
    const mark = await screen.findByLabelText<HTMLInputElement>('Pass mark, in %');
    answer({ ...start, passMark: 65 });
    await waitFor(() => expect(mark.value).toBe('65'));
  });

  it('takes over an undo, which is what was there before', async () => {
    const { saved, answer } = show({});
    const box = await screen.findByLabelText<HTMLInputElement>(/^Shuffle the questions/);
    await userEvent.click(box);
    answer(saved[0] ?? start);
    expect(box.checked).toBe(false);
    answer(start);
    expect(box.checked).toBe(true);
  });

  it('is not thrown back by a reading from before its own save', async () => {
    const { saved, answer } = show({});
    const box = await screen.findByLabelText<HTMLInputElement>(/^Shuffle the questions/);
    await userEvent.click(box);
    answer(start);
    expect(box.checked).toBe(false);
    answer(saved[0] ?? start);
    expect(box.checked).toBe(false);
  });

  it('says what a wrong number should be and keeps it unsaved', async () => {
    const { saved } = show({});
    const tries = await screen.findByLabelText('Tries');
    await userEvent.type(tries, 'many{Enter}');
    expect(await screen.findByText('Type a whole number, 1 to 100, or nothing.')).not.toBeNull();
    expect(saved).toEqual([]);
    await userEvent.clear(tries);
    await userEvent.type(tries, '3{Enter}');
    expect(saved.at(-1)?.attemptsLimit).toBe(3);
  });

  it('moves banks, with the focus going along', async () => {
    const sections = ['incursions', 'zones'].map((tag) => ({ bankId: id(1), tag, count: null }));
    const { saved } = show({ sections });
    const rows = () => within(screen.getByRole('group', { name: 'Questions' })).getAllByRole('listitem');
    await screen.findByText('8 questions stand in this tag.');
    const [first] = rows();
    await userEvent.click(within(first!).getByRole('button', { name: /^Move down/ }));
    expect(saved.at(-1)?.sections.map(({ tag }) => tag)).toEqual(['zones', 'incursions']);
    expect(rows()[1]?.contains(document.activeElement)).toBe(true);
  });

  it('saves instructions that are typed when the panel is left', async () => {
    const { saved } = show({});
    await userEvent.type(await screen.findByLabelText('Instructions'), ' Read twice. ');
    await userEvent.tab();
    expect(saved.at(-1)?.instructions).toBe('Read twice.');
  });
});
