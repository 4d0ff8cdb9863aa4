import { afterEach, describe, expect, it } from '@jest/globals';
import type { BookPeopleRequest, PersonBooked } from '@lms/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { booked, id, listed } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const people = [id(11), id(12), id(13)];
const at = `/sessions/book?people=${people.join(',')}&course=${id(900)}`;
const crew = ['self', 'record.read', 'assignments.write'];
const two = { items: [listed(1, { free: 1 }), listed(2, { free: 3 })], nextCursor: null };
const answer = (items: PersonBooked[]) => ({
  items,
  booked: items.filter(({ outcome }) => outcome === 'booked').length,
  waiting: items.filter(({ outcome }) => outcome === 'waiting').length,
});

describe('booking a crew', () => {
  it('begins with the session that has room for all, and books after a look at the names', async () => {
    const sent: BookPeopleRequest[] = [];
    const cancelled: string[] = [];
    const later = answer([
      booked(11, 'Marek'),
      booked(12, 'Ion', { outcome: 'waiting', turn: 1 }),
      booked(13, 'Ana', {
        outcome: 'clash',
        clash: { startsAt: '2090-01-12T07:00:00Z', endsAt: '2090-01-12T08:00:00Z' },
      }),
    ]);
    const cancel = (n: number) => ({
      [`POST /bookings/${id(n)}/cancel`]: () => {
        cancelled.push(id(n));
        return null;
      },
    });
    show(
      at,
      {
        'GET /sessions': two,
        [`POST /sessions/${id(2)}/booking-preview`]: answer([
          booked(11, 'Marek'),
          booked(12, 'Ion'),
          booked(13, 'Ana', { outcome: 'valid' }),
        ]),
        [`POST /sessions/${id(1)}/booking-preview`]: later,
        [`POST /sessions/${id(1)}/bookings`]: (body) => {
          sent.push(body as BookPeopleRequest);
          return later;
        },
        ...cancel(1011),
        ...cancel(1012),
      },
      crew,
    );
    expect(await screen.findByText('For 3 people')).not.toBeNull();
    expect(await screen.findByRole('button', { name: 'Book 2 people' })).not.toBeNull();
    expect(screen.getByText('Ana (for life)')).not.toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: /1 place left/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Book 1, and put 1 on the waiting list' }));
    expect(await screen.findByRole('heading', { name: '1 is on the waiting list' })).not.toBeNull();
    expect(screen.getByText('Ana (07:00–08:00)')).not.toBeNull();
    expect(sent).toEqual([{ key: expect.any(String), personIds: people, despite: [] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo: cancel these 2 bookings' }));
    // Who waits goes first, so that nobody moves up in between.
    await waitFor(() => expect(cancelled).toEqual([id(1012), id(1011)]));
    expect(await screen.findByText('2 bookings are cancelled again.')).not.toBeNull();
  });

  it('says what came of it where the session that was taken is full with that', async () => {
    let full = false;
    show(
      at,
      {
        'GET /sessions': () => ({
          items: [listed(1, { free: full ? 0 : 3 }), listed(2, { free: 3 })],
          nextCursor: null,
        }),
        [`POST /sessions/${id(1)}/booking-preview`]: answer([booked(11, 'Marek')]),
        [`POST /sessions/${id(2)}/booking-preview`]: answer([booked(11, 'Marek')]),
        [`POST /sessions/${id(1)}/bookings`]: () => {
          full = true;
          return answer([booked(11, 'Marek')]);
        },
      },
      crew,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Book 1 person' }));
    expect(await screen.findByRole('heading', { name: '1 is booked' })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'See the session' }).getAttribute('href')).toBe(`/sessions/${id(1)}`);
  });

  it('passes over what stands in the way where that is wished', async () => {
    const asked: unknown[] = [];
    show(
      at,
      {
        'GET /sessions': two,
        [`POST /sessions/${id(2)}/booking-preview`]: (body) => {
          asked.push(body);
          return answer([booked(11, 'Marek', { outcome: 'leave' })]);
        },
      },
      crew,
    );
    expect(await screen.findByText(/^Nobody can be booked here/)).not.toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Book those who are on leave too' }));
    await waitFor(() => expect(asked.at(-1)).toEqual({ personIds: people, despite: ['leave'] }));
  });

  it('is no dead end where no session is coming', async () => {
    show(at, { 'GET /sessions': { items: [], nextCursor: null } }, crew);
    expect(await screen.findByRole('heading', { name: 'No session of this course is coming' })).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Ask them to learn it' }).getAttribute('href')).toBe('/requests/new');
    expect(screen.getByRole('link', { name: 'See the course' })).not.toBeNull();
  });

  it('asks for the course first, and books nobody for whichever session comes next', async () => {
    show(`/sessions/book?people=${people.join(',')}`, { 'GET /sessions': two }, crew);
    expect(await screen.findByRole('combobox', { name: 'Course' })).not.toBeNull();
    expect(screen.queryAllByRole('radio')).toHaveLength(0);
    expect(screen.queryByRole('button', { name: /^Book/ })).toBeNull();
  });
});
