import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitResult, OpenedActivity, SendSurveyRequest, SurveyQuestion } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SurveyPlayer } from './SurveyPlayer.js';

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

const choices = ['Pay', 'Travel'].map((text, n) => ({ id: `c${n}`, text }));
const questions: SurveyQuestion[] = [
  { id: 'why', text: 'Why do you leave?', required: true, body: { type: 'single', choices } },
  { id: 'good', text: 'What was good?', required: false, body: { type: 'multiple', choices } },
  { id: 'again', text: 'Would you come back?', required: true, body: { type: 'scale', low: 'Never', high: 'At once' } },
  { id: 'line', text: 'Where do you go?', required: false, body: { type: 'short-text' } },
  { id: 'text', text: 'What should we change?', required: false, body: { type: 'long-text' } },
];
const opened = (given: { anonymous: boolean; doneAt?: string }): OpenedActivity =>
  ({
    attemptId: 't1',
    activityId: 'a1',
    title: 'Exit survey',
    doneAt: given.doneAt ?? null,
    settings: { kind: 'survey', instructions: 'Ten minutes.', anonymous: given.anonymous, questions },
  }) as OpenedActivity;

const results: CommitResult[] = [];
function Inside({ activity }: { activity: OpenedActivity }) {
  const { data } = useQuery(meQuery());
  return data ? <SurveyPlayer opened={activity} onDone={(result) => results.push(result)} /> : null;
}
const show = (answer: (body: unknown) => unknown = () => done, anonymous = true) => {
  const api = stubApi({ 'GET /me': somebody, 'POST /my/attempts/t1/survey': answer });
  renderRoutes([{ path: '/', element: <Inside activity={opened({ anonymous })} /> }], '/');
  return api;
};
const done = { acknowledged: [], superseded: false, activityDone: true, courseDone: true };
const send = () => userEvent.click(screen.getByRole('button', { name: 'Send your answers' }));

describe('the player of a survey', () => {
  it('says who will know, before anything is answered', async () => {
    show();
    expect(await screen.findByRole('heading', { name: 'Nobody learns who answered' })).not.toBeNull();
  });

  it('says that names are kept where they are', async () => {
    show(undefined, false);
    expect(await screen.findByRole('heading', { name: 'Your name is kept with your answers' })).not.toBeNull();
  });

  it('says beside a question what is missing, and goes there', async () => {
    const { calls } = show();
    await screen.findByRole('heading', { name: 'Exit survey' });
    await send();
    expect(screen.getByText('2 questions need another look.')).not.toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Pay' }));
    expect(screen.getAllByText('Answer this question.')).toHaveLength(2);
    expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
  });

  it('keeps answers on the device until they are sent, and sends them once, trimmed', async () => {
    const sent: SendSurveyRequest[] = [];
    let fails = true;
    show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Travel' }));
    await userEvent.click(screen.getByRole('radio', { name: '5, At once' }));
    cleanup();
    show((body) => {
      sent.push(body as SendSurveyRequest);
      return fails ? problem(503, 'unavailable', 'The service rests for a moment.') : done;
    });
    expect(await screen.findByRole<HTMLInputElement>('radio', { name: 'Travel' })).toHaveProperty('checked', true);
    const good = within(screen.getByRole('group', { name: /What was good/ }));
    await userEvent.click(good.getByRole('checkbox', { name: 'Pay' }));
    await userEvent.click(screen.getByRole('button', { name: 'Clear the answer to question 2' }));
    await userEvent.type(screen.getByRole('textbox', { name: /What should we change/ }), ' More light ');
    await userEvent.type(screen.getByRole('textbox', { name: /Where do you go/ }), '  ');
    await send();
    expect(await screen.findByText('The service rests for a moment.')).not.toBeNull();
    fails = false;
    await send();
    await screen.findByRole('heading', { name: 'Sent. Thank you.' });
    expect(sent.at(-1)).toEqual({
      answers: { why: { choice: 'c1' }, again: { scale: 5 }, text: { text: 'More light' } },
    });
    await waitFor(() => expect(results.at(-1)).toMatchObject({ courseDone: true }));
    expect(Object.keys(localStorage).filter((key) => key.startsWith('waymark.survey'))).toEqual([]);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
