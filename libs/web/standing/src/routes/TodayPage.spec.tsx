import { afterEach, describe, expect, it } from '@jest/globals';
import type { Today } from '@lms/contracts';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, within } from '@testing-library/react';
import { today } from '../testing/today-fixture.js';
import { TodayPage } from './TodayPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

async function show(data: Today) {
  stubApi({ 'GET /my/today': data });
  renderRoutes([{ path: '/', Component: TodayPage }], '/');
  await screen.findByRole('heading', { level: 1, name: /Good (morning|afternoon|evening), Aisha/ });
}
const region = (name: string | RegExp) => within(screen.getByRole('region', { name }));

describe('Today', () => {
  it('puts the next thing on the sign, with what is left, the date and where one stopped', async () => {
    await show(today);
    const sign = region('Temporary traffic management');
    expect(sign.getByText('16').textContent).toBe('16min left');
    expect(sign.getByText(/You stopped at/).textContent).toBe(
      'Due Fri 27 Nov 2026, in 4 days. You stopped at Signs before cones.',
    );
    expect(sign.getByRole('progressbar', { name: 'Covered so far' }).getAttribute('aria-valuenow')).toBe('62');
    expect(sign.getByRole('link', { name: 'Carry on' }).getAttribute('href')).toBe(`/courses/${today.next?.courseId}`);
  });

  it('says the first day and counts every standing once on the passport', async () => {
    await show(today);
    expect(screen.getByText(/Your first day is/).textContent).toBe(
      'Mon 23 Nov 2026. Your first day is Mon 30 Nov 2026, in 7 days.',
    );
    const passport = region('Learning passport');
    expect(passport.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Valid5',
      'Expiring1',
      'Overdue1',
      'In progress1',
      'Not started4',
    ]);
    expect(passport.getByText(/Highways Passport stays the authority/)).not.toBeNull();
  });

  it('draws the route, with links only where there is something to open', async () => {
    await show(today);
    const route = region('Your route: Site operative');
    expect(route.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Welcome to the Alliance',
      'Temporary traffic management',
    ]);
    expect(route.getByText('Opens after Site induction')).not.toBeNull();
    expect(route.getByText('In person, due Mon\u00a030\u00a0Nov', { normalizer: (text) => text })).not.toBeNull();
  });

  it('lists what else is due with its own verb, and nothing twice', async () => {
    await show(today);
    const list = region('Due and expiring');
    expect(list.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Fatigue',
      'Occupational hygiene',
      'Site induction',
    ]);
    expect(list.getByText(/Was due/).textContent).toContain('Was due Fri 20 Nov 2026, 3 days ago. 30 min');
    expect(list.getByRole('link', { name: 'Start Fatigue' })).not.toBeNull();
    expect(list.getByRole('link', { name: 'Renew Occupational hygiene' })).not.toBeNull();
    expect(list.queryByRole('link', { name: /Site induction/ })).toBeNull();
    expect(list.getByRole('link', { name: 'All 12 on my record' }).getAttribute('href')).toBe('/record');
  });

  it('says that nothing is due', async () => {
    await show({ ...today, firstDay: null, next: null, routes: [], due: [] });
    expect(screen.getByRole('heading', { name: 'Nothing is due. You are clear.' })).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Carry on' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Due and expiring' })).toBeNull();
  });
});
