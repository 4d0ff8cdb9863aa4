import { afterEach, describe, expect, it } from '@jest/globals';
import { problem, somebody } from '@lms/web-platform/testing';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { booked, entry, id, session } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const at = `/sessions/${id(1)}`;

describe('a session', () => {
  it('gives a place to whoever presses once, and takes it back after a question', async () => {
    let current = session();
    const sent: unknown[] = [];
    show(at, {
      [`GET ${at}`]: () => current,
      [`POST ${at}/bookings`]: (body) => {
        sent.push(body);
        current = session({ mine: { bookingId: id(5), state: 'booked', turn: null } });
        return { items: [booked(1, 'Aisha')], booked: 1, waiting: 0 };
      },
      [`POST /bookings/${id(5)}/cancel`]: () => {
        current = session();
        return null;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Book my place' }));
    expect(await screen.findByRole('heading', { name: 'You are booked' })).not.toBeNull();
    expect(screen.getByText('You are booked.')).not.toBeNull();
    expect(sent).toEqual([{ key: expect.any(String), personIds: [somebody.personId], despite: [] }]);
    expect(screen.getByRole('link', { name: /^Add to calendar/ }).getAttribute('href')).toBe(
      `/api/v1/my/bookings/${id(5)}/calendar`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Cancel my booking' }));
    await userEvent.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
    expect(await screen.findByRole('button', { name: 'Book my place' })).not.toBeNull();
    expect(screen.getByText('Your booking is cancelled.')).not.toBeNull();
  });

  it('says why not, and books all the same where one may', async () => {
    const sent: unknown[] = [];
    show(at, {
      [`GET ${at}`]: session({ free: 0 }),
      [`POST ${at}/bookings`]: (body) => {
        sent.push(body);
        return { items: [booked(1, 'Aisha', { outcome: 'valid', validUntil: '2028-01-01' })], booked: 0, waiting: 0 };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Join the waiting list' }));
    expect(await screen.findByText('This course still counts for you, until Sat 1 Jan 2028.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Book it all the same' }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ despite: ['valid', 'leave'] }));
  });

  it('shows who comes to whoever looks after them, and cancels with a reason that is told', async () => {
    const sent: unknown[] = [];
    show(
      at,
      {
        [`GET ${at}`]: session({ may: { change: true, register: true, bookMyself: false, bookOthers: true } }),
        [`GET ${at}/bookings`]: {
          items: [entry(1, 'Marek'), entry(2, 'Ion', { state: 'waiting', turn: 1, bookedByName: 'Tom' })],
          nextCursor: null,
        },
        [`POST /bookings/${id(1)}/cancel`]: (body) => {
          sent.push(body);
          return null;
        },
        [`POST ${at}/cancel`]: () => problem(409, 'not-planned', 'It was held already.'),
      },
      ['self', 'record.write'],
    );
    expect(await screen.findByText('Number 1, booked by Tom')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel Marek' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the booking' }));
    expect(screen.getByText('Say why: they are told.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Why, in a sentence that they read'), 'On nights');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the booking' }));
    await waitFor(() => expect(sent).toEqual([{ reason: 'On nights' }]));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the session' }));
    expect(await screen.findByText(/^7 people are told/)).not.toBeNull();
    await userEvent.type(screen.getAllByLabelText('Why, in a sentence that they read').at(0)!, 'Snow');
    await userEvent.click(screen.getAllByRole('button', { name: 'Cancel the session' }).at(-1)!);
    expect(await screen.findByText('It was held already.')).not.toBeNull();
  });
});
