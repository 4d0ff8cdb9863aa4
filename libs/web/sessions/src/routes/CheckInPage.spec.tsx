import { afterEach, describe, expect, it } from '@jest/globals';
import { problem } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { id, mine, now, session } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const one = `/sessions/${id(1)}`;

describe('checking in', () => {
  it('finds the session that is on, and takes the digits by large keys', async () => {
    const typed: unknown[] = [];
    const { checkIn } = now();
    show('/check-in', {
      'GET /my/bookings': { items: [mine({ checkIn }), mine({ bookingId: id(51) })], nextCursor: null },
      [`GET ${one}`]: now(),
      [`POST ${one}/check-in`]: (body) => {
        typed.push(body);
        return typed.length === 1
          ? problem(409, 'wrong-code', 'This is not the code.')
          : { bookingId: id(50), at: '2090-01-12T07:31:00Z', walkIn: false };
      },
    });
    const press = async (digits: string) => {
      for (const digit of digits) await userEvent.click(await screen.findByRole('button', { name: `Digit ${digit}` }));
      await userEvent.click(screen.getByRole('button', { name: 'Check in' }));
    };
    await press('12345');
    expect(screen.getByText('The code has six digits.')).not.toBeNull();
    await press('6');
    expect(await screen.findByText('This is not the code.')).not.toBeNull();
    await press('654321');
    expect(await screen.findByRole('heading', { name: 'You are in' })).not.toBeNull();
    expect(typed).toEqual([{ code: '123456' }, { code: '654321' }]);
  });

  it('has the code in already where it was scanned, and asks for one press', async () => {
    let busy = true;
    const { calls } = show(`/check-in?session=${id(1)}&code=123456`, {
      [`GET ${one}`]: now(),
      [`POST ${one}/check-in`]: () => {
        if (!busy) return { bookingId: id(50), at: '2090-01-12T07:31:00Z', walkIn: true };
        busy = false;
        return problem(503, 'busy', 'Busy.');
      },
    });
    expect(await screen.findByDisplayValue('123456')).not.toBeNull();
    expect(calls).not.toContain(`POST ${one}/check-in`);
    await userEvent.click(screen.getByRole('button', { name: 'Check in' }));
    // What was not heard is not wrong: the digits stay.
    expect(await screen.findByText('Busy.')).not.toBeNull();
    expect(screen.getByDisplayValue('123456')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Check in' }));
    expect(await screen.findByText('You had no booking; you are on the register now.')).not.toBeNull();
  });

  it('says what to do where nothing is on', async () => {
    show('/check-in', { 'GET /my/bookings': { items: [mine()], nextCursor: null } });
    expect(await screen.findByRole('heading', { name: 'There is nothing to check in to now' })).not.toBeNull();
    expect(screen.getAllByRole('link', { name: 'My sessions' })).not.toHaveLength(0);
  });

  it('says when it opens', async () => {
    show(`/check-in?session=${id(1)}`, {
      [`GET ${one}`]: session({ checkIn: { opensAt: '2099-01-12T07:00:00Z', closesAt: '2099-01-12T09:00:00Z' } }),
    });
    expect(await screen.findByText(/^It opens Mon 12 Jan 2099, 07:00/)).not.toBeNull();
  });
});
