import { afterEach, describe, expect, it } from '@jest/globals';
import type { NoticeItem } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { NoticeBell } from '../components/NoticeBell.js';
import { NoticesPage } from './NoticesPage.js';
import { RemindersPage } from './RemindersPage.js';
import { UnsubscribePage } from './UnsubscribePage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const notice = (n: number, given: Partial<NoticeItem>): NoticeItem => ({
  ...{ id: id(n), at: '2026-11-23T07:30:00.000Z', kind: 'soon', title: 'Fatigue', date: '2026-11-26' },
  ...{ personName: null, count: null, what: 'not started', link: '/courses/1', read: false },
  ...given,
});
const topics = (off: string[] = []) =>
  ['training', 'people', 'own-wish', 'tasks', 'decisions'].map((topic, n) => ({
    ...{ topic, mail: !off.includes(topic), optional: n > 1 },
  }));
function SignedInAsSomebody() {
  useQueryClient().setQueryData(meQuery().queryKey, somebody);
  return <Outlet />;
}
const show = (at: string) =>
  renderRoutes(
    [
      { path: '/unsubscribe', Component: UnsubscribePage },
      {
        Component: SignedInAsSomebody,
        children: [
          { path: '/notices', Component: NoticesPage },
          { path: '/account/reminders', Component: RemindersPage },
        ],
      },
    ],
    at,
  );

describe('notices', () => {
  const items = [
    notice(9, {}),
    notice(8, { kind: 'overdue', count: 7, title: null, date: null }),
    notice(7, { kind: 'tell', personName: 'Sam Reed', date: '2026-11-20' }),
    notice(10, { kind: 'booked', title: 'GG 104', what: '10:00, Room 2', link: '/my/sessions' }),
    notice(11, { kind: 'booked', title: 'First aid', what: '09:00', count: 2, link: '/my/sessions' }),
    notice(12, { kind: 'booking-cancelled', title: 'PAS 2080', what: 'The trainer is ill', link: '/my/sessions' }),
    notice(13, {
      kind: 'tell',
      personName: 'Ann Lee',
      title: 'Talk, 06:45, Depot',
      what: 'session-tomorrow',
      date: '2026-11-24',
    }),
    notice(6, { kind: 'decide', what: 'sign-off', count: 1, title: null, date: null, link: '/assess' }),
    notice(5, { kind: 'overdue', what: 'expired', date: '2026-11-20', read: true }),
  ];

  it('say what it is, when, and what to do', async () => {
    stubApi({
      'GET /me': somebody,
      'GET /my/notices': { items, nextCursor: null },
      'GET /my/notices/unread': { count: 4 },
    });
    show('/notices');
    expect((await screen.findByRole('link', { name: '“Fatigue” is due soon' })).getAttribute('href')).toBe(
      '/courses/1',
    );
    for (const text of [
      'Due Thu 26 Nov 2026, in 3 days.',
      '7 courses are overdue',
      'Sam Reed: “Fatigue”',
      'You are booked for “GG 104”',
      'On Thu 26 Nov 2026, in 3 days: 10:00, Room 2.',
      'You are on the waiting list of “First aid”',
      'It was to be on Thu 26 Nov 2026, in 3 days. Why: The trainer is ill',
      'They have a session on Tue 24 Nov 2026, tomorrow.',
      'It was due Fri 20 Nov 2026, 3 days ago.',
      '1 practical waits for your signature',
      'It has ended. It was to be renewed by Fri 20 Nov 2026, 3 days ago.',
    ]) {
      expect(screen.getByText(text)).not.toBeNull();
    }
    expect(screen.getAllByText('New')).toHaveLength(8);
  });

  it('are read all at once, up to the newest that is shown', async () => {
    const sent: unknown[] = [];
    let left = 4;
    stubApi({
      'GET /me': somebody,
      'GET /my/notices': () => ({ items, nextCursor: null }),
      'GET /my/notices/unread': () => ({ count: left }),
      'PUT /my/notices/read': (body) => {
        sent.push(body);
        left = 0;
        return null;
      },
    });
    show('/notices');
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull());
    expect(sent).toEqual([{ upTo: id(9) }]);
  });

  it('show how many are not read beside the bell', async () => {
    stubApi({ 'GET /my/notices/unread': { count: 120 } });
    renderRoutes([{ path: '/', Component: NoticeBell }], '/');
    expect(await screen.findByRole('link', { name: /^Notices, 120 unread$/ })).not.toBeNull();
    expect(screen.getByText('99+')).not.toBeNull();
  });
});

describe('which mails one gets', () => {
  it('is chosen by topic, and says why some stay', async () => {
    const sent: unknown[] = [];
    stubApi({
      'GET /me': somebody,
      'GET /my/reminders': () => ({ address: 'sam@example.org', topics: topics(sent.length > 0 ? ['tasks'] : []) }),
      'PUT /my/reminders/tasks': (body) => (sent.push(body), null),
    });
    show('/account/reminders');
    const group = await screen.findByRole('group', { name: 'Tasks of yours' });
    const off = () => group.querySelector<HTMLInputElement>('input[type=radio]:not(:checked)')!;
    await userEvent.click(off());
    await waitFor(() => expect(sent).toEqual([{ mail: false }]));
    expect(screen.queryByRole('group', { name: 'Training that is asked of you' })).toBeNull();
    expect(screen.getByText(/has to be able to show that you were told/)).not.toBeNull();
  });
});

describe('the link of a mail', () => {
  it('ends what is not needed, with one press and without sign-in', async () => {
    let stopped = false;
    const api = stubApi({
      'GET /unsubscribe': () => ({ topics: topics(stopped ? ['own-wish', 'tasks', 'decisions'] : []) }),
      'POST /unsubscribe': () => ((stopped = true), null),
    });
    show('/unsubscribe?token=person.signature');
    await userEvent.click(await screen.findByRole('button', { name: 'Stop them' }));
    expect(await screen.findByText(/You get no more mails about these/)).not.toBeNull();
    expect(api.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST /unsubscribe']);
  });

  it('says so when it is none', async () => {
    stubApi({ 'GET /unsubscribe': () => problem(404, 'not-found') });
    show('/unsubscribe?token=wrong.signature');
    expect(await screen.findByRole('heading', { name: 'This link does not work' })).not.toBeNull();
  });
});
