import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { id, mine, now } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

describe('my sessions', () => {
  it('say when and where, who booked them, and let one in once the register is open', async () => {
    const { checkIn } = now();
    show('/my/sessions', {
      'GET /my/bookings': {
        items: [
          mine({ checkIn, bookedByName: 'Tom Brackley' }),
          mine({ bookingId: id(51), state: 'waiting', turn: 3, courseTitle: 'First aid' }),
        ],
        nextCursor: null,
      },
    });
    const [first, second] = within(await screen.findByRole('list', { name: 'Coming' })).getAllByRole('listitem');
    expect(first?.textContent).toContain('Thu 12 Jan 2090, 07:30 to 08:30');
    expect(first?.textContent).toContain('Booked by Tom Brackley.');
    expect(within(first!).getByRole('link', { name: 'Check in' }).getAttribute('href')).toBe(
      `/check-in?session=${id(1)}`,
    );
    expect(second?.textContent).toContain('Waiting list: you are number 3');
    expect(within(second!).queryByRole('link', { name: /calendar/ })).toBeNull();
  });

  it('keep what is over, and why it was cancelled', async () => {
    show('/my/sessions?show=past', {
      'GET /my/bookings': {
        items: [
          mine({ sessionState: 'held', signed: { by: 'code', at: '2090-01-12T07:31:00Z' } }),
          mine({ bookingId: id(51), sessionState: 'cancelled', state: 'cancelled', cancelReason: 'Snow' }),
          mine({ bookingId: id(52), state: 'cancelled' }),
        ],
        nextCursor: null,
      },
    });
    const rows = within(await screen.findByRole('list', { name: 'Past' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).queryByRole('button'))).toEqual([null, null, null]);
    const said = ['You were there.', 'Cancelled: Snow', 'You gave your place up.'];
    rows.forEach((row, at) => expect(row.textContent).toContain(said[at]));
  });
});
