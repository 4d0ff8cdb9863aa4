import { afterEach, describe, expect, it } from '@jest/globals';
import type { PersonItem, PersonPage } from '@lms/contracts';
import { somebody, stubApi } from '@lms/web-platform/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { adviser, renderDesk } from '../testing/render-desk.js';
import { PeoplePage } from './PeoplePage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const item = (name: string, more: Partial<PersonItem> = {}): PersonItem => ({
  id: name,
  name,
  organisationId: 'o1',
  organisationName: 'Larkstone Labour',
  jobRole: 'Groundworker',
  employmentGroup: 'site',
  schemes: [],
  startsOn: '2024-05-07',
  endsOn: null,
  status: 'current',
  nearly: false,
  ...more,
});
const page = (items: PersonItem[], nextCursor: string | null = null): PersonPage => ({ items, nextCursor });
const routes = [{ path: '/people', Component: PeoplePage }];

describe('the list of people', () => {
  it('takes search and filters from the address, puts them there, and shows more by the cursor', async () => {
    const asked: string[] = [];
    stubApi({
      'GET /me': adviser,
      'GET /organisations/o1': { id: 'o1', name: 'Larkstone Labour' },
      'GET /people': (_body, url) => {
        asked.push(url.search);
        return url.searchParams.has('cursor') ? page([item('Owen Tranter')]) : page([item('Marek Dvořák')], 'next');
      },
    });
    const { router } = renderDesk(routes, '/people?organisationId=o1&status=nonsense');
    const link = await screen.findByRole('link', { name: 'Marek Dvořák' });
    expect(link.getAttribute('href')).toBe('/people/Marek Dvořák');
    expect(await screen.findByDisplayValue('Larkstone Labour')).not.toBeNull();

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Owen Tranter' })).not.toBeNull();

    await userEvent.click(screen.getByRole('link', { name: 'Starting' }));
    await userEvent.selectOptions(screen.getByLabelText('Group'), 'Driver');
    await userEvent.type(screen.getByRole('searchbox'), 'mar');
    await waitFor(() =>
      expect(router.state.location.search).toBe('?organisationId=o1&status=planned&group=driver&q=mar'),
    );
    await waitFor(() => expect(asked.at(-1)).toBe('?q=mar&organisationId=o1&group=driver&status=planned'));
    expect(asked.slice(0, 2)).toEqual(['?organisationId=o1', '?organisationId=o1&cursor=next']);

    await userEvent.clear(screen.getByDisplayValue('Larkstone Labour'));
    expect(router.state.location.search).toBe('?status=planned&group=driver&q=mar');
    await userEvent.click(screen.getByRole('button', { name: 'Take off the filters' }));
    expect(router.state.location.search).toBe('');
  });

  it('shows who would change before it changes them, and takes it back', async () => {
    const asked: [string, unknown][] = [];
    const preview = {
      facts: 'f',
      changes: [{ personId: 'Ann', name: 'Ann', organisationName: 'WSP', before: null, after: 'rail' }],
      leftOut: [{ personId: 'Ben', name: 'Ben', reason: 'nothing-to-do' }],
      unknown: 0,
    };
    const undo = {
      personIds: ['Ann'],
      change: { kind: 'put-back', field: 'tags', engagements: [{ id: 'e', version: 2 }] },
    };
    stubApi({
      'GET /me': adviser,
      'GET /people': page([item('Ann'), item('Ben')]),
      'POST /people/bulk-changes/preview': (body) => {
        asked.push(['preview', body]);
        return preview;
      },
      'POST /people/bulk-changes': (body) => {
        asked.push(['apply', body]);
        return { changed: 1, undo };
      },
    });
    renderDesk(routes, '/people');
    await userEvent.click(await screen.findByLabelText('Select all of these'));
    await userEvent.click(screen.getByRole('button', { name: 'Change them' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'See what would change' }));
    expect(dialog.getByText('Type the tag.')).not.toBeNull();
    expect(asked).toEqual([]);
    await userEvent.type(dialog.getByLabelText('Tag'), 'rail');
    await userEvent.click(dialog.getByRole('button', { name: 'See what would change' }));
    expect(await dialog.findByText('none → rail')).not.toBeNull();
    expect(dialog.getByText('is so already')).not.toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: 'Change 1 person' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const request = { personIds: ['Ann', 'Ben'], change: { kind: 'add-tag', tag: 'rail' } };
    expect(asked).toEqual([
      ['preview', request],
      ['apply', { ...request, facts: 'f' }],
    ]);
    expect(screen.queryByRole('region', { name: 'With those who are selected' })).toBeNull();
  });

  it('says of everybody how they are engaged', async () => {
    stubApi({
      'GET /me': adviser,
      'GET /people': page([
        item('Now'),
        item('Soon', { status: 'planned', startsOn: '2026-11-30' }),
        item('Gone', { status: 'left', endsOn: '2026-10-02' }),
      ]),
    });
    renderDesk(routes, '/people');
    expect((await screen.findByRole('row', { name: /Now/ })).textContent).toContain('Since Tue 7 May 2024');
    expect(screen.getByRole('row', { name: /Soon/ }).textContent).toContain('StartingMon 30 Nov 2026, in 7 days');
    expect(screen.getByRole('row', { name: /Gone/ }).textContent).toContain('LeftUntil Fri 2 Oct 2026');
  });

  it('tells an empty list from a search without a result, and offers adding only to who may', async () => {
    stubApi({ 'GET /me': { ...somebody, permissions: ['self', 'people.read'] }, 'GET /people': page([]) });
    const { router } = renderDesk(routes, '/people');
    expect(await screen.findByRole('heading', { name: 'Nobody is here yet.' })).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Add a person' })).toBeNull();
    await act(() => router.navigate('/people?q=zz'));
    expect(await screen.findByRole('heading', { name: 'Nobody matches.' })).not.toBeNull();
  });
});
