import { afterEach, describe, expect, it } from '@jest/globals';
import type { Me, RouteStop, Task, Today } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { Toasts } from '@lms/web-ui';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { due, stop, task, today } from '../testing/today-fixture.js';
import { TodayPage } from './TodayPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

async function show(data: Today, tasks: Task[] = []) {
  const { calls } = stubApi({
    'GET /my/today': data,
    'GET /my/tasks': { items: tasks, nextCursor: null, total: tasks.length },
    [`POST /tasks/${tasks[0]?.id}/done`]: { ...tasks[0], doneOn: data.today },
  });
  const { client } = renderRoutes(
    [
      {
        Component: () => (
          <>
            <Outlet />
            <Toasts />
          </>
        ),
        children: [{ path: '/', Component: TodayPage }],
      },
    ],
    '/',
  );
  const reader: Me = { ...somebody, permissions: ['self', 'record.read'] };
  client.setQueryData(meQuery().queryKey, reader);
  await screen.findByRole('heading', { level: 1, name: /Good (morning|afternoon|evening), Aisha/ });
  return calls;
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

  it('says why something that was finished is asked for again', async () => {
    const revision = { title: 'Site rules', publishedOn: '2026-11-20' };
    const rules = due(8, 'Raising the Bar', 'valid', { dueOn: '2026-12-04', validUntil: '2027-06-01', revision });
    await show({ ...today, due: [rules, ...today.due] });
    expect(screen.getByText(/^A new revision/).textContent).toContain(
      'A new revision of “Site rules” was published on Fri 20 Nov 2026. Due Fri 4 Dec 2026, in 11 days.',
    );
    expect(screen.getByRole('link', { name: 'Read it Raising the Bar' }).getAttribute('href')).toBe(
      `/courses/${rules.courseId}`,
    );
  });

  it('offers what nobody asks for without asking why', async () => {
    const own = due(9, 'First aid', 'expiring', { validUntil: '2026-12-01', required: false });
    await show({ ...today, due: [...today.due, own] });
    expect(screen.getByRole('link', { name: 'Renew First aid' })).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Why? First aid' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Why? Site induction' })).not.toBeNull();
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

  it('draws what others do, choices and milestones as stops that are no links', async () => {
    const by = (doer: NonNullable<RouteStop['task']>['doer'], doerName: string | null) => ({
      id: today.routes[0]!.enrolmentId,
      doer,
      doerName,
      instructions: '',
    });
    const choice = { key: today.routes[0]!.enrolmentId, need: 1, of: 2, made: false };
    const own = { courseId: null, kind: 'task' as const, minutes: null, dueOn: '2026-11-27' };
    const stops = [
      stop(1, 'Gareth Pugh shows you round', 'next', { ...own, task: by('buddy', 'Gareth Pugh') }),
      stop(2, 'Your line manager checks in', 'next', { ...own, task: by('line-manager', null) }),
      stop(3, 'Hand in your cards', 'here', { ...own, task: by('learner', 'Aisha Karim') }),
      stop(4, 'Toolbox talk', 'next', { choice }),
      stop(5, 'First aid', 'next', { choice: { ...choice, made: true } }),
      stop(6, 'Ready for the first shift', 'blocked', {
        courseId: null,
        kind: 'milestone',
        opensAfter: 'Toolbox talk',
      }),
    ];
    await show({ ...today, routes: [{ ...today.routes[0]!, stops }] });
    const items = region('Your route: Site operative')
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(items.map((text) => text?.replaceAll('\u00a0', ' '))).toEqual([
      expect.stringContaining('Gareth Pugh, your buddy, due Fri 27 Nov'),
      expect.stringContaining('your line manager, not chosen yet, due Fri 27 Nov'),
      expect.stringContaining('Due Fri 27 Nov'),
      expect.stringContaining('Any 1 of 2. 30 min'),
      expect.stringContaining('Not needed any more'),
      expect.stringContaining('Milestone'),
    ]);
    const links = region('Your route: Site operative').getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Toolbox talk', 'First aid']);
  });

  it('lists what one does for others, and takes the word that it is done, with a note', async () => {
    const calls = await show(today, [
      task(70, 'Show Aisha round the compound', { instructions: 'Muster point first.', opensAfter: 'Site induction' }),
    ]);
    const list = region(await screen.findByRole('region', { name: 'To do for others' }).then(() => 'To do for others'));
    const row = list.getByRole('listitem');
    expect(row.textContent).toContain('For Aisha Karim, due Fri 27 Nov 2026, in 4 days.');
    expect(row.textContent).toContain('Opens after Site induction.');
    expect(row.textContent).toContain('Muster point first.');
    expect(list.getByRole('link', { name: 'Aisha Karim' })).not.toBeNull();
    await userEvent.click(list.getByRole('button', { name: 'Done Show Aisha round the compound' }));
    await userEvent.type(list.getByLabelText('Note'), 'With hard hat');
    await userEvent.click(list.getByRole('button', { name: 'It is done' }));
    await waitFor(() => expect(calls).toContain(`POST /tasks/${task(70, '').id}/done`));
    expect(await screen.findByText('Done: Show Aisha round the compound')).not.toBeNull();
  });

  it('names what renews a course, and opens it', async () => {
    const smsts = due(7, 'SMSTS', 'expiring', {
      validUntil: '2026-12-14',
      renewal: {
        needs: 'refresher',
        refresher: { courseId: due(8, '', 'valid').courseId, title: 'SMSTS refresher' },
        remainder: null,
      },
    });
    const both = {
      ...smsts.renewal!,
      needs: 'refresher-and-remainder' as const,
      remainder: { courseId: 'r', title: 'Units' },
    };
    const streets = due(9, 'Street works', 'expired', { validUntil: '2026-11-14', renewal: both });
    const lapsed = due(10, 'First aid', 'expired', {
      validUntil: '2026-01-14',
      renewal: { ...smsts.renewal!, needs: 'full' },
    });
    const itself = due(8, 'SMSTS refresher', 'not started', { dueOn: '2026-12-01', refreshes: 'SMSTS' });
    await show({ ...today, due: [smsts, streets, lapsed, itself] });
    const rows = region('Due and expiring').getAllByRole('listitem');
    const said = rows.map((row) => row.textContent?.replaceAll('\u00a0', ' '));
    expect(said).toEqual([
      expect.stringContaining('SMSTS refresher renews it.'),
      expect.stringContaining('It has lapsed: SMSTS refresher and Units together renew it.'),
      expect.stringContaining('the whole course is needed.'),
      expect.stringContaining('Refresher of “SMSTS”.'),
    ]);
    const renew = region('Due and expiring').getByRole('link', { name: 'Renew SMSTS' });
    expect(renew.getAttribute('href')).toBe(`/courses/${smsts.renewal!.refresher.courseId}`);
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
    expect(list.getByRole('link', { name: 'Find a session Site induction' }).getAttribute('href')).toMatch(
      /^\/sessions\?course=/,
    );
    expect(list.getByRole('link', { name: 'All 12 on my record' }).getAttribute('href')).toBe('/record');
  });

  it('says when one comes to what happens in person, or waits for a place, and leads there', async () => {
    const induction = (waiting: boolean) =>
      due(3, 'Site induction', 'not started', {
        dueOn: '2026-11-30',
        inPersonOnly: true,
        booked: { sessionId: 's1', startsAt: '2026-11-27T09:30:00.000Z', waiting },
      });
    await show({ ...today, due: [induction(true)], next: { ...induction(false), stoppedAt: null, activityId: null } });
    expect(screen.getByText(/You are booked on Fri 27 Nov 2026, 09:30\./)).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Your session' }).getAttribute('href')).toBe('/sessions/s1');
    cleanup();
    await show({ ...today, due: [induction(true)] });
    const list = region('Due and expiring');
    expect(list.getByText(/You are on the waiting list for Fri 27 Nov 2026, 09:30\./)).not.toBeNull();
    expect(list.getByRole('link', { name: 'Your session Site induction' }).getAttribute('href')).toBe('/sessions/s1');
  });

  it('says that nothing is due', async () => {
    await show({ ...today, firstDay: null, next: null, routes: [], due: [] });
    expect(screen.getByRole('heading', { name: 'Nothing is due. You are clear.' })).not.toBeNull();
    expect(screen.queryByRole('link', { name: 'Carry on' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Due and expiring' })).toBeNull();
  });
});
