import { afterEach, describe, expect, it } from '@jest/globals';
import type { PathProgress, PathProgressItem } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PathProgressPage } from './PathProgressPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const person = (n: number, name: string): PathProgressItem => ({
  personId: `person-${n}`,
  name,
  organisationName: 'Larkstone Labour',
  startsOn: '2026-11-30',
  done: 3,
  total: 7,
  overdue: 0,
  nextTitle: 'Site induction',
  nextDueOn: '2026-11-30',
  state: 'under way',
});
const page = (items: PathProgressItem[], nextCursor: string | null): PathProgress => ({
  title: 'Site operative',
  items,
  nextCursor,
  counts: { overdue: 1, 'under way': 2, 'not started': 0, done: 4 },
});

describe('progress on a path', () => {
  it('filters by the address and shows more by the cursor', async () => {
    const asked: string[] = [];
    stubApi({
      'GET /paths/p1/progress': (_body, url) => {
        asked.push(url.search);
        return url.searchParams.has('cursor')
          ? page([person(2, 'Owen Tranter')], null)
          : page([person(1, 'Marek Dvořák')], 'next');
      },
    });
    const { router } = renderRoutes(
      [{ path: '/paths/:pathId/progress', Component: PathProgressPage }],
      '/paths/p1/progress',
    );
    expect((await screen.findByRole('link', { name: 'Marek Dvořák' })).getAttribute('href')).toBe(
      '/people/person-1/record',
    );
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('3 of 7 done');

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Owen Tranter' })).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();

    await userEvent.click(screen.getByRole('link', { name: /Overdue/ }));
    expect(router.state.location.search).toBe('?state=overdue');
    await waitFor(() =>
      expect(screen.getByRole('link', { name: /Overdue/ }).getAttribute('aria-current')).toBe('true'),
    );
    expect(asked).toEqual(['', '?cursor=next', '?state=overdue']);
  });
});
