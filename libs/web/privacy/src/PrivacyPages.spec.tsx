import { afterEach, describe, expect, it } from '@jest/globals';
import type { DataRequest, Erasure, ErasurePreview, Me, RetentionSetting } from '@lms/contracts';
import { meQuery, patterns } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { DataProtectionPage } from './desk/DataProtectionPage.js';
import { ErasurePage } from './erasure/ErasurePage.js';
import { MyDataPage } from './own/MyDataPage.js';
import { PersonDataPage } from './person/PersonDataPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const none = { items: [], nextCursor: null };
const person = '00000000-0000-4000-8000-000000000007';
const preview: ErasurePreview = {
  ...{ personId: person, name: 'Tariq Bell', named: ['Tariq Bell'], employments: [], files: 1, completions: 1234 },
  areas: [
    { area: 'record', removed: 2, cleared: 0, kept: 1300 },
    { area: 'person', removed: 0, cleared: 1, kept: 1 },
    { area: 'reports', removed: 1, cleared: 0, kept: 0 },
  ],
  ...{ blocks: [], keptUntil: null, proposedId: null, digest: 'as-seen', standing: [] },
};
const erasure: Erasure = {
  ...{ id: 'e1', personId: person, name: 'Tariq Bell', state: 'proposed', ground: 'asked', reason: 'A letter' },
  ...{ override: '', counts: [], proposedByName: 'Helen Marsh', proposedAt: '2026-11-23T09:00:00.000Z' },
  ...{ decidedByName: null, decidedAt: null, decision: '', mine: false, toDecide: true, remained: [] },
};
const show = (at: string, ...permissions: string[]) => {
  function SignedIn() {
    const me: Me = { ...somebody, permissions: ['self', ...permissions] };
    useQueryClient().setQueryData(meQuery().queryKey, me);
    return <Outlet />;
  }
  const pages = [
    { path: '/my-data', Component: MyDataPage },
    { path: patterns.dataProtection, Component: DataProtectionPage },
    { path: patterns.erasure, Component: ErasurePage },
    { path: patterns.personData, Component: PersonDataPage },
  ];
  return renderRoutes([{ Component: SignedIn, children: pages }], at);
};

describe('an erasure', () => {
  const answers = { 'GET /legal-holds': none, 'GET /data-requests': none };
  const of = (given: Partial<ErasurePreview>) => ({
    ...answers,
    [`GET /people/${person}/erasure`]: { ...preview, ...given },
  });
  const page = () => show(`/people/${person}/data`, 'privacy.read', 'privacy.write');

  it('is proposed as it was seen, with a reason, and again once it has changed', async () => {
    const sent: unknown[] = [];
    stubApi({
      ...of({}),
      [`POST /people/${person}/erasure`]: (body: unknown) => {
        sent.push(body);
        return sent.length === 1 ? problem(409, 'facts-changed', 'Look again first.') : { id: 'e1' };
      },
    });
    page();
    const form = within(await screen.findByRole('form', { name: 'Propose the erasure' }));
    const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names).toEqual(['Names and contacts', 'Record', 'Problem reports']);
    expect(screen.getByText('1,300 entries')).not.toBeNull();
    await userEvent.click(form.getByRole('button', { name: 'Propose the erasure' }));
    expect(form.getByText('Say why.')).not.toBeNull();
    expect(sent).toEqual([]);
    await userEvent.type(form.getByLabelText('Reason'), ' A letter ');
    await userEvent.click(form.getByRole('button', { name: 'Propose the erasure' }));
    expect(await screen.findByText('Look again first.')).not.toBeNull();
    await userEvent.click(form.getByRole('button', { name: 'Propose the erasure' }));
    const request = { ground: 'asked', reason: 'A letter', override: '', digest: 'as-seen' };
    await waitFor(() => expect(sent).toEqual([request, request]));
  });

  it('is not offered while something stands in its way, and asks for more before its time', async () => {
    stubApi(of({ blocks: ['held', 'too-soon'] }));
    page();
    expect(await screen.findByText('A legal hold keeps their data. It has to end first.')).not.toBeNull();
    expect(screen.queryByRole('form', { name: 'Propose the erasure' })).toBeNull();
  });

  it('is applied by a second person who is asked once more', async () => {
    const { calls } = stubApi({
      'GET /erasures/e1': { erasure, preview, changed: false },
      'POST /erasures/e1/approve': null,
    });
    show('/data-protection/erasures/e1', 'privacy.read', 'privacy.write');
    await userEvent.click(await screen.findByRole('button', { name: 'Erase Tariq Bell' }));
    expect(calls).not.toContain('POST /erasures/e1/approve');
    await userEvent.click(screen.getByRole('button', { name: 'Erase now' }));
    await waitFor(() => expect(calls).toContain('POST /erasures/e1/approve'));
  });

  it('shows where the name stands in what others called things, and says afterwards where it stood', async () => {
    const thing = { kind: 'rule', id: 'r1', whole: true } as const;
    stubApi(of({ standing: [{ ...thing, words: 'Refresher of Tariq Bell' }] }));
    page();
    const link = await screen.findByRole('link', { name: 'Refresher of Tariq Bell' });
    expect(link.getAttribute('href')).toBe('/rules/r1');
    stubApi({
      'GET /erasures/e1': {
        erasure: { ...erasure, state: 'applied', toDecide: false, remained: [thing] },
        preview: null,
        changed: false,
      },
    });
    show('/data-protection/erasures/e1', 'privacy.read', 'privacy.write');
    expect((await screen.findByRole('link', { name: 'Rule' })).getAttribute('href')).toBe('/rules/r1');
  });

  it('can only be refused once things have changed, and is looked at by auditors', async () => {
    stubApi({ 'GET /erasures/e1': { erasure, preview, changed: true } });
    show('/data-protection/erasures/e1', 'privacy.read', 'privacy.write');
    expect(await screen.findByRole('button', { name: 'Refuse' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Erase Tariq Bell' })).toBeNull();
  });
});

describe('one’s own data', () => {
  const request: DataRequest = {
    ...{ id: 'd1', personId: person, name: 'Aisha Karim', askedByName: 'Aisha Karim', own: true, reason: '' },
    ...{ askedAt: '2026-11-23T09:00:00.000Z', state: 'making', progress: 40, size: null, endsAt: null, mine: true },
  };

  it('is made, told how far it is, and taken', async () => {
    let items: DataRequest[] = [];
    stubApi({
      'GET /retention': { items: [] },
      'GET /my/data': () => ({ items, nextCursor: null }),
      'POST /my/data': () => {
        items = [request];
        return { id: 'd1' };
      },
    });
    show('/my-data');
    await userEvent.click(await screen.findByRole('button', { name: 'Make the file' }));
    expect(await screen.findByText('Being made, 40 %')).not.toBeNull();
    items = [{ ...request, state: 'ready', progress: 100, size: 2_400_000, endsAt: '2026-11-30T09:00:00.000Z' }];
    const link = await screen.findByRole('link', { name: /^Download, 2 MB/ }, { timeout: 5000 });
    expect(link.getAttribute('href')).toBe('/api/v1/data-requests/d1/file');
  });
});

describe('periods', () => {
  const setting: RetentionSetting = {
    ...{ kind: 'mails', version: 0, period: null, changedByName: null, changedAt: null, lastAt: null, removed: 0 },
  };

  it('are set by administrators, who see nothing else', async () => {
    const sent: unknown[] = [];
    stubApi({
      'GET /retention': { items: [setting] },
      'PUT /retention/mails': (body: unknown) => {
        sent.push(body);
        return null;
      },
    });
    show('/data-protection', 'settings.write');
    await userEvent.click(await screen.findByRole('button', { name: 'Change Mails in the outbox' }));
    expect(screen.queryByRole('link', { name: 'Legal holds' })).toBeNull();
    await userEvent.type(screen.getByLabelText('Days'), '0');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Type a number from 1 to 3650, or nothing.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Days'), '{Backspace}90');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toEqual([{ period: 90 }]));
  });

  it('are read by the People Team', async () => {
    stubApi({ 'GET /retention': { items: [setting] } });
    show('/data-protection/retention', 'privacy.read');
    expect(await screen.findByText('Kept for good')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Change Mails in the outbox' })).toBeNull();
  });
});

it('a view with something on it can be had as a file, and an empty one cannot', async () => {
  stubApi({ 'GET /erasures': { items: [erasure], nextCursor: null }, 'GET /retention/due': { ...none, total: 0 } });
  show('/data-protection', 'privacy.read');
  expect(await screen.findByRole('button', { name: 'Export' })).not.toBeNull();
  await userEvent.click(screen.getByRole('link', { name: 'Due' }));
  expect(await screen.findByText('Nobody is due')).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'Export' })).toBeNull();
});
