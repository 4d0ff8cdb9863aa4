import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { CommitResult, PracticalStatus } from '@lms/contracts';
import { renderRoutes, stubApi, type Answer } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { items, opened } from '../assess/testing/fixtures.js';
import { PracticalPlayer } from './PracticalPlayer.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const activity = opened('practical');
const path = `/my/attempts/${activity.attemptId}/practical`;
const status = (given: Partial<PracticalStatus> = {}): PracticalStatus => ({
  attemptId: activity.attemptId,
  signers: { trainers: true, lineManagers: ['Priya Nair'], named: [] },
  asked: null,
  signOffs: [],
  done: false,
  courseDone: false,
  ...given,
});
const signOff = (passed: boolean) => ({
  id: 's1',
  passed,
  signedAt: '2026-11-22T09:00:00.000Z',
  assessorName: 'Priya Nair',
  results: items.map(({ id }, i) => ({
    itemId: id,
    met: passed || i > 0,
    note: passed || i > 0 ? '' : 'Test it first',
  })),
  note: 'Come back on Friday',
  photos: [],
});

async function show(answer: Answer, answers: Record<string, Answer> = {}) {
  const onDone = jest.fn<(result: CommitResult) => void>();
  const { calls } = stubApi({ [`GET ${path}`]: answer, ...answers });
  renderRoutes([{ path: '/', element: <PracticalPlayer opened={activity} onDone={onDone} /> }], '/');
  await screen.findByRole('heading', { name: 'In the field' });
  return { onDone, calls };
}

describe('a practical for its learner', () => {
  it('says what is looked at and who may sign', async () => {
    await show(status());
    expect(screen.getByText('Each critical item has to be met.')).not.toBeNull();
    expect(screen.getAllByText('Critical')).toHaveLength(1);
    expect(screen.getByText('Your line manager: Priya Nair, or whoever they report to')).not.toBeNull();
    expect(screen.getByText('Nobody signs for themselves.')).not.toBeNull();
  });

  it('asks for a signature with a note, and takes it back', async () => {
    let asked: PracticalStatus['asked'] = null;
    const request = `${path}/request`;
    await show(() => status({ asked }), {
      [`PUT ${request}`]: (body) => {
        asked = { at: '2026-11-23T09:00:00.000Z', note: (body as { note: string }).note };
        return null;
      },
      [`DELETE ${request}`]: () => {
        asked = null;
        return null;
      },
    });
    await userEvent.type(screen.getByRole('textbox', { name: /Anything they should know/ }), ' East gate ');
    await userEvent.click(screen.getByRole('button', { name: 'Ask for a signature' }));
    expect(await screen.findByText('You wrote: “East gate”')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByRole('button', { name: 'Ask for a signature' })).not.toBeNull();
  });

  it('shows what was missing, and can be asked for again', async () => {
    await show(status({ signOffs: [signOff(false)] }));
    const notice = screen.getByRole('alert').textContent ?? '';
    expect(notice).toContain('Not passed yet. Priya Nair looked on Sun 22 Nov 2026.');
    expect(notice).toContain('Checks the locator“Test it first”');
    expect(notice).not.toContain('Marks the ground');
    expect(screen.getByRole('button', { name: 'Ask again' })).not.toBeNull();
  });

  it('tells the player once when it was signed while it was open', async () => {
    const { onDone } = await show(status({ signOffs: [signOff(true)], done: true, courseDone: true }));
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(screen.getByText(/Passed\. Signed by Priya Nair/)).not.toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
