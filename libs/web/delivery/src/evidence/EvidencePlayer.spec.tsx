import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CommitResult, EvidenceStatus, SubmitEvidenceRequest } from '@lms/contracts';
import { renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { evidenceItem, evidenceStatus, opened } from '../assess/testing/fixtures.js';
import { inside } from '../assess/testing/inside.js';
import { EvidencePlayer } from './EvidencePlayer.js';

const realFetch = globalThis.fetch;
beforeEach(() => localStorage.clear());
afterEach(() => {
  globalThis.fetch = realFetch;
});

const activity = opened('evidence', { title: 'Your card' });
const path = `/evidence/people/${somebody.personId}/activities/${activity.activityId}`;

async function show(status: Answer, answers: Record<string, Answer> = {}) {
  const onDone = jest.fn<(result: CommitResult) => void>();
  stubApi({ 'GET /me': somebody, [`GET ${path}`]: status, ...answers });
  renderRoutes(inside([{ path: '/', element: <EvidencePlayer opened={activity} onDone={onDone} /> }]), '/');
  await screen.findByRole('heading', { name: 'Your card' });
  return onDone;
}
const date = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('sending a card', () => {
  it('says beside each field what is wrong, and sends nothing until it is right', async () => {
    let sent: SubmitEvidenceRequest | undefined;
    let status: EvidenceStatus = evidenceStatus();
    await show(() => status, {
      'POST /evidence': (body) => {
        sent = body as SubmitEvidenceRequest;
        status = evidenceStatus({ items: [evidenceItem()] });
        return { id: sent.id };
      },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Send for checking' }));
    for (const sentence of ['Say who issued it.', 'Give the number.', 'Give the day on which it was issued.']) {
      expect(screen.getByText(sentence)).not.toBeNull();
    }
    await userEvent.selectOptions(screen.getByLabelText('Issued by'), 'CITB');
    await userEvent.type(screen.getByLabelText('Number'), '118');
    date('Issued on', '2026-11-24');
    expect(screen.getByText('This day has not come yet.')).not.toBeNull();
    date('Issued on', '2025-01-10');
    date('Expires on', '2026-11-22');
    expect(screen.getByText('It has expired. Send the one that replaced it.')).not.toBeNull();
    expect(sent).toBeUndefined();
    date('Expires on', '2027-01-09');
    await userEvent.click(screen.getByRole('button', { name: 'Send for checking' }));
    expect(await screen.findByText('Sent. Somebody checks it.')).not.toBeNull();
    expect(sent).toMatchObject({
      personId: evidenceStatus().personId,
      activityId: activity.activityId,
      issuer: 'CITB',
      number: '118',
      issuedOn: '2025-01-10',
      expiresOn: '2027-01-09',
      fileId: null,
    });
    expect(Object.keys(localStorage)).toEqual([]);
  });

  it('keeps what was typed on the device', async () => {
    await show(evidenceStatus());
    await userEvent.type(screen.getByLabelText('Number'), '118');
    const [key] = Object.keys(localStorage);
    expect(localStorage.getItem(key ?? '')).toContain('118');
  });

  it('sends the same submission again after no answer came', async () => {
    const ids: string[] = [];
    await show(evidenceStatus(), {
      'POST /evidence': (body) => {
        ids.push((body as SubmitEvidenceRequest).id);
        throw new TypeError('Failed to fetch');
      },
    });
    await userEvent.selectOptions(screen.getByLabelText('Issued by'), 'CITB');
    await userEvent.type(screen.getByLabelText('Number'), '118');
    date('Issued on', '2026-01-10');
    date('Expires on', '2028-01-09');
    await userEvent.click(screen.getByRole('button', { name: 'Send for checking' }));
    expect(await screen.findByText(/There is no signal/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Send for checking' }));
    await waitFor(() => expect(ids).toHaveLength(2));
    expect(ids[0]).toBe(ids[1]);
  });

  it('shows why it came back, with everything there to be put right', async () => {
    const note = 'The photo is too dark.';
    const check = {
      at: '2026-11-22T09:00:00.000Z',
      byName: 'Daniel Osei',
      note,
      issuedOn: '2026-01-10',
      expiresOn: null,
    };
    await show(evidenceStatus({ items: [evidenceItem({ state: 'returned', check })] }));
    expect(screen.getByRole('alert').textContent).toContain(
      'Daniel Osei wrote on Sun 22 Nov 2026:“The photo is too dark.”',
    );
    expect(screen.getByLabelText<HTMLInputElement>('Number').value).toBe('118');
    expect(screen.getByRole('button', { name: 'Send again' })).not.toBeNull();
  });

  it('tells the player once it was accepted, with the corrected date', async () => {
    const check = {
      at: '2026-11-22T09:00:00.000Z',
      byName: 'Daniel Osei',
      note: 'As on the card',
      issuedOn: '2026-01-10',
      expiresOn: '2027-06-30',
    };
    const onDone = await show(
      evidenceStatus({ items: [evidenceItem({ state: 'accepted', check })], done: true, courseDone: true }),
    );
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledWith(expect.objectContaining({ activityDone: true, courseDone: true }));
    expect(screen.getByText(/It counts until Wed 30 Jun 2027\./)).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });
});
