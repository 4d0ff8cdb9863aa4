import { afterEach, describe, expect, it } from '@jest/globals';
import type { Import, ImportRow } from '@lms/contracts';
import { meQuery, patterns } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { MantineRoot } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { ImportPage } from './ImportPage.js';

const ID = '0198a000-0000-7000-8000-000000000001';
const counts = {
  new: 0,
  change: 0,
  same: 0,
  unsure: 0,
  faulty: 0,
  leaving: 0,
  chosen: 0,
  chosenLeaving: 0,
  applied: 0,
  failed: 0,
};
const checked: Import = {
  id: ID,
  kind: 'people',
  fileName: 'crew.csv',
  state: 'checked',
  total: 20,
  createdAt: '2026-11-30T09:00:00.000Z',
  createdByName: 'Helen Marsh',
  mine: true,
  refusal: null,
  headings: ['No', 'Name'],
  samples: [['D-1', 'Ann Foster']],
  mapping: { employeeNumber: 0 },
  common: {},
  options: { leaversEndOn: '2026-11-30' },
  progress: null,
  counts: { ...counts, leaving: 3, chosen: 3, chosenLeaving: 3 },
  engaged: 20,
  mostLeaving: 1,
  checkedAt: '2026-11-30T09:01:00.000Z',
  appliedAt: null,
  clearsOn: '2026-12-30',
  cleared: false,
};
const leaving: ImportRow = {
  n: 21,
  about: 'Tom Brackley, Dunmarsh, D-3',
  outcome: 'leaving',
  cells: [],
  messages: [],
  diff: [{ column: 'endsOn', before: '', after: '30 Nov 2026' }],
  likely: [],
  choice: null,
  selected: true,
  result: null,
  note: null,
};
const columns = [
  { key: 'employeeNumber', heading: 'Employee number', needed: 'yes', common: false, help: '', example: '' },
  { key: 'endsOn', heading: 'Last day', needed: 'no', common: false, help: '', example: '' },
];

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

function Desk() {
  const { data } = useQuery(meQuery());
  return <MantineRoot>{data ? <Outlet /> : null}</MantineRoot>;
}

function show(given: Partial<Import>) {
  let applied: unknown;
  const { calls } = stubApi({
    'GET /me': somebody,
    'GET /imports/kinds': { items: [{ kind: 'people', columns, leavers: true }] },
    'GET /import-mappings': { items: [] },
    [`GET /imports/${ID}`]: { ...checked, ...given },
    [`GET /imports/${ID}/rows`]: { items: [leaving], nextCursor: null },
    [`POST /imports/${ID}/apply`]: (body) => {
      applied = body;
      return null;
    },
  });
  renderRoutes([{ Component: Desk, children: [{ path: patterns.import, Component: ImportPage }] }], `/imports/${ID}`);
  return { calls, applied: () => applied };
}

describe('an import', () => {
  it('has many leavers confirmed by their number before anything is sent', async () => {
    const { calls, applied } = show({});
    await screen.findByText(/3 of 20 people would leave/);
    await screen.findByText('Tom Brackley, Dunmarsh, D-3');
    const apply = screen.getByRole('button', { name: 'Apply 3 rows' });
    await userEvent.click(apply);
    screen.getByText('Type 3, or leave those rows out.');
    expect(calls).not.toContain(`POST /imports/${ID}/apply`);
    await userEvent.type(screen.getByLabelText('People who leave'), '3');
    await userEvent.click(apply);
    expect(applied()).toEqual({ leaving: 3 });
  });

  it('tells how far it is, and that one may go', async () => {
    show({ state: 'applying', progress: { done: 5, total: 20 } });
    await screen.findByText('5 of 20 rows');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
    screen.getByText(/You can leave this page/);
  });

  it('says why a file cannot be read, and where to give another', async () => {
    show({ state: 'refused', refusal: 'The file is empty.', total: 0 });
    await screen.findByText('The file is empty.');
    expect(screen.getByRole('link', { name: 'Give another file' }).getAttribute('href')).toBe(
      '/imports/new?kind=people',
    );
  });

  it('of somebody else can be looked at and not applied', async () => {
    show({ mine: false });
    await screen.findByText('Helen Marsh gave this file and applies it.');
    expect(screen.queryByRole('button', { name: /^Apply 3/ })).toBeNull();
  });
});
