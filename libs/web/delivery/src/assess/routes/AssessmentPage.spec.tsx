import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssessmentSheet, SaveAssessmentRequest } from '@lms/contracts';
import { problem, renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { inside } from '../testing/inside.js';
import { items, sheet } from '../testing/fixtures.js';
import { AssessmentPage } from './AssessmentPage.js';

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

async function open(given: AssessmentSheet, answers: Record<string, Answer> = {}) {
  const path = `/assessments/${given.id}`;
  const { calls } = stubApi({
    'GET /me': somebody,
    [`GET ${path}`]: given,
    [`PUT ${path}`]: { version: 2 },
    ...answers,
  });
  renderRoutes(
    inside([
      { path: '/assess/:assessmentId', Component: AssessmentPage },
      { path: '/assess', element: <p>The list</p> },
    ]),
    `/assess/${given.id}`,
  );
  await screen.findByRole('heading', { level: 1, name: 'Kofi Mensah' });
  return calls;
}
const item = (n: 0 | 1) => within(screen.getByRole('group', { name: new RegExp(items[n]?.text ?? '') }));
const answer = (n: 0 | 1, name: string) => userEvent.click(item(n).getByRole('radio', { name }));

describe('the assessor’s screen', () => {
  it('shows what the learner wrote, and what is critical', async () => {
    await open(sheet());
    expect(screen.getByText('Kofi Mensah wrote: “By the east gate”')).not.toBeNull();
    expect(item(0).getByText('Critical')).not.toBeNull();
    expect(item(1).queryByText('Critical')).toBeNull();
    expect(screen.getByText('0 of 2 looked at')).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Sign for/ })).toBeNull();
  });

  it('asks for a note where something is not met, and says what it comes to', async () => {
    await open(sheet());
    await answer(0, 'Met');
    expect(screen.getByText('1 item is not looked at yet.')).not.toBeNull();
    await answer(1, 'Not yet');
    expect(screen.getByText(/Passed, with 1 point to work on/)).not.toBeNull();
    expect(screen.getByRole('textbox', { name: 'Note' })).not.toBeNull();
    await answer(0, 'Not yet');
    expect(screen.getByText(/This has to be met first/)).not.toBeNull();
  });

  it('signs once more with both names, and then shows what stands', async () => {
    const signed = sheet({ signed: { at: '2026-11-23T10:00:00.000Z', passed: true } });
    let current = sheet();
    let sent: SaveAssessmentRequest | undefined;
    const path = `/assessments/${current.id}`;
    await open(current, {
      [`GET ${path}`]: () => current,
      [`POST ${path}/sign`]: (body) => {
        sent = body as SaveAssessmentRequest;
        current = signed;
        return { id: signed.id, passed: true, courseDone: true };
      },
    });
    await answer(0, 'Met');
    await answer(1, 'Met');
    await userEvent.type(screen.getByRole('textbox', { name: /Overall note/ }), 'Steady');
    await userEvent.click(screen.getByRole('button', { name: 'Sign for Kofi Mensah' }));
    expect(screen.getByText('I, Aisha Karim, saw Kofi Mensah do this today, Mon 23 Nov 2026.')).not.toBeNull();
    expect(sent).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'Sign as Aisha Karim' }));
    expect(await screen.findByText('Kofi Mensah has passed. It is on their record.')).not.toBeNull();
    expect(sent).toEqual({ note: 'Steady', results: items.map(({ id }) => ({ itemId: id, met: true, note: '' })) });
    expect(Object.keys(localStorage)).toEqual([]);
    expect(await screen.findByRole('heading', { name: 'Passed' })).not.toBeNull();
  });

  it('keeps everything on the phone without signal, and says so', async () => {
    const path = `/assessments/${sheet().id}`;
    const nothing = () => {
      throw new TypeError('Failed to fetch');
    };
    await open(sheet(), { [`PUT ${path}`]: nothing, [`POST ${path}/sign`]: nothing });
    await answer(0, 'Met');
    await answer(1, 'Met');
    expect(Object.keys(localStorage)).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Sign for Kofi Mensah' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sign as Aisha Karim' }));
    expect(await screen.findByText(/There is no signal\. Your assessment is safe on this phone/)).not.toBeNull();
    expect(screen.getByText('Waiting for signal. Everything is safe on this phone.')).not.toBeNull();
    expect(Object.keys(localStorage)).toHaveLength(1);
  });

  it('says when somebody else has signed meanwhile', async () => {
    await open(sheet({ closed: true }));
    expect(screen.getByText('Somebody else has signed this meanwhile.')).not.toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('throws a draft away only when asked twice', async () => {
    const path = `/assessments/${sheet().id}`;
    const calls = await open(sheet(), { [`DELETE ${path}`]: null });
    await userEvent.click(screen.getByRole('button', { name: 'Throw this away' }));
    expect(calls).not.toContain(`DELETE ${path}`);
    await userEvent.click(screen.getByRole('button', { name: 'Throw it away, with its photos' }));
    expect(await screen.findByText('The list')).not.toBeNull();
    expect(calls).toContain(`DELETE ${path}`);
  });

  it('shows why the API would not sign', async () => {
    const path = `/assessments/${sheet().id}`;
    await open(sheet({ results: items.map(({ id }) => ({ itemId: id, met: true, note: '' })) }), {
      [`POST ${path}/sign`]: problem(409, 'already-signed', 'Somebody else has signed this meanwhile.'),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Sign for Kofi Mensah' }));
    await userEvent.click(screen.getByRole('button', { name: 'Sign as Aisha Karim' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else has signed this meanwhile.');
  });
});
