import { afterEach, describe, expect, it } from '@jest/globals';
import type { AcceptEvidenceRequest, EvidenceQueueItem, EvidenceSheet, MyChecks } from '@lms/contracts';
import { renderRoutes, somebody, stubApi, type Answer } from '@lms/web-platform/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { evidenceItem, evidenceSheet } from '../testing/fixtures.js';
import { inside } from '../testing/inside.js';
import { EvidenceItemPage } from './EvidenceItemPage.js';
import { EvidencePage } from './EvidencePage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const checks: MyChecks = {
  ...{ assesses: false, toAssess: 0, verifies: true, toCheck: 1, sends: true, sentBack: 0 },
  ...{ returned: [], notPassed: [] },
};
const row = (given: Partial<EvidenceQueueItem> = {}): EvidenceQueueItem => ({
  id: evidenceItem().id,
  personId: 'p',
  name: 'Kofi Mensah',
  organisationName: 'Larkstone Labour',
  activityId: 'a',
  courseTitle: 'NRSWA',
  issuer: 'CITB',
  state: 'waiting',
  expiresOn: '2028-01-09',
  submittedAt: '2026-11-20T09:00:00.000Z',
  submittedByName: 'Tom Brackley',
  reason: null,
  ...given,
});

function show(at: string, answers: Record<string, Answer>, permissions = ['self', 'record.write']) {
  const stub = stubApi({ 'GET /me': { ...somebody, permissions }, 'GET /my/checks': checks, ...answers });
  const routes = [
    { path: '/evidence', Component: EvidencePage },
    { path: '/evidence/:submissionId', Component: EvidenceItemPage },
  ];
  return { ...stub, ...renderRoutes(inside(routes), at) };
}

describe('the queue', () => {
  it('lists what waits, and what one sent, by the address', async () => {
    const asked: (string | null)[] = [];
    show('/evidence', {
      'GET /evidence': (_body, url) => {
        asked.push(url.searchParams.get('list'));
        const sent = url.searchParams.get('list') === 'sent';
        const back = { state: 'returned', reason: 'Too dark.' } as const;
        return { items: [row(sent ? back : {})], nextCursor: null };
      },
    });
    const check = await screen.findByRole('link', { name: /^Check/ });
    expect(check.getAttribute('href')).toBe(`/evidence/${row().id}`);
    expect(screen.getByText('1 card or certificate waits for your check.')).not.toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Sent by you' }));
    const again = await screen.findByRole('link', { name: /^Send again/ });
    expect(again.getAttribute('href')).toBe('/evidence/new?person=p&activity=a');
    expect(screen.getByText('“Too dark.”')).not.toBeNull();
    expect(asked).toEqual(['to-check', 'sent']);
  });

  it('lists only those of whom the overview told, and says so', async () => {
    const asked: string[] = [];
    show('/evidence?organisationId=d', {
      'GET /evidence': (_body, url) => {
        asked.push(url.searchParams.get('organisationId') ?? '');
        return { items: [row({})], nextCursor: null };
      },
    });
    expect(await screen.findByText(/^Only of the organisation/)).not.toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Show all' }));
    await waitFor(() => expect(screen.queryByText(/^Only of the organisation/)).toBeNull());
    expect(asked).toEqual(['d', '']);
  });

  it('shows a coordinator what they sent', async () => {
    show('/evidence', { 'GET /evidence': { items: [], nextCursor: null } }, ['self']);
    expect(await screen.findByText('You have sent nothing yet.')).not.toBeNull();
    expect(screen.queryByRole('link', { name: /To check/ })).toBeNull();
  });
});

describe('one card', () => {
  const path = `/evidence/${evidenceItem().id}`;
  const next = row({ id: 'another' });

  it('is accepted with the dates as they stand on it, and a note where one was corrected', async () => {
    let sent: AcceptEvidenceRequest | undefined;
    let sheet: EvidenceSheet = evidenceSheet();
    show(path, {
      [`GET ${path}`]: () => sheet,
      'GET /evidence': { items: [next], nextCursor: null },
      [`POST ${path}/accept`]: (body) => {
        sent = body as AcceptEvidenceRequest;
        sheet = evidenceSheet({ canCheck: false, item: evidenceItem({ state: 'accepted' }) });
        return { state: 'accepted', courseDone: true, validUntil: '2027-06-30' };
      },
    });
    expect(await screen.findByText('It then counts until Sun 9 Jan 2028.')).not.toBeNull();
    fireEvent.change(screen.getByLabelText('Expires on'), { target: { value: '2027-06-30' } });
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    expect(screen.getByText('Say what you corrected.')).not.toBeNull();
    expect(sent).toBeUndefined();
    await userEvent.type(screen.getByLabelText('Note'), 'As on the card');
    await userEvent.click(screen.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByText('Accepted. It is on the record of Kofi Mensah.')).not.toBeNull();
    expect(sent).toEqual({ issuedOn: '2026-01-10', expiresOn: '2027-06-30', note: 'As on the card' });
    expect((await screen.findByRole('link', { name: 'Next to check' })).getAttribute('href')).toBe('/evidence/another');
  });

  it('is returned with a reason only', async () => {
    let reason = '';
    show(path, {
      [`GET ${path}`]: evidenceSheet(),
      'GET /evidence': { items: [], nextCursor: null },
      [`POST ${path}/return`]: (body) => {
        ({ reason } = body as { reason: string });
        return { state: 'returned', courseDone: false, validUntil: null };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Return it' }));
    await userEvent.click(screen.getByRole('button', { name: 'Return it to Kofi Mensah' }));
    expect(screen.getByText('Say what is missing, so that they can put it right.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('What is missing?'), 'The back');
    await userEvent.click(screen.getByRole('button', { name: 'Return it to Kofi Mensah' }));
    expect(await screen.findByText('Returned. Kofi Mensah is told.')).not.toBeNull();
    expect(reason).toBe('The back');
  });

  it('cannot be decided by its holder or sender', async () => {
    show(path, { [`GET ${path}`]: evidenceSheet({ canCheck: false }) });
    expect(await screen.findByText('You can look at this, and somebody else checks it.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
  });
});
