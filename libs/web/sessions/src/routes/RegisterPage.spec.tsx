import { afterEach, describe, expect, it } from '@jest/globals';
import type { SessionBooking, SessionRegister } from '@lms/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entry, id, now } from '../testing/fixtures.js';
import { show } from '../testing/show.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const one = `/sessions/${id(1)}`;
const signed = { by: 'code' as const, at: '2090-01-12T07:31:00Z' };

function register(entries: SessionBooking[]): SessionRegister {
  const { checkIn } = now();
  const there = entries.filter(({ attendance, signed: how }) => (attendance ?? (how ? 'present' : null)) === 'present');
  const absent = entries.filter(({ attendance }) => attendance === 'absent').length;
  return {
    ...{ sessionId: id(1), state: 'planned', checkIn, closedAt: null, closedByName: null, entries, absent },
    ...{ present: there.length, open: entries.length - there.length - absent },
    unsigned: there.filter((each) => !each.signed).length,
  };
}

function desk(entries: SessionBooking[], at = `${one}/register`) {
  let current = entries;
  const sent: unknown[] = [];
  const change = (bookingId: string, more: Partial<SessionBooking>) => {
    current = current.map((each) => (each.bookingId === bookingId ? { ...each, ...more } : each));
  };
  const shown = show(
    at,
    {
      [`GET ${one}`]: now(),
      [`GET ${one}/register`]: () => register(current),
      [`PUT ${one}/register/${id(1)}`]: (body) => {
        change(id(1), body as Partial<SessionBooking>);
        return null;
      },
      [`POST ${one}/register/${id(1)}/signature`]: (body) => {
        sent.push(body);
        change(id(1), { signed: { ...signed, by: 'signature' } });
        return null;
      },
      [`POST ${one}/close`]: { closedAt: signed.at, recorded: 1, already: 0, absent: 1 },
    },
    ['self', 'record.write'],
  );
  return { ...shown, sent };
}

describe('the register', () => {
  it('is not closed while somebody present has not signed, and tells first what will be recorded', async () => {
    const { calls } = desk([entry(1, 'Marek'), entry(2, 'Ana', { signed })]);
    const marek = within(await screen.findByRole('group', { name: 'Attendance of Marek' }));
    await userEvent.click(marek.getByRole('button', { name: 'Present' }));
    expect(await screen.findByText(/^1 person is present and has not signed: Marek/)).not.toBeNull();
    await userEvent.click(marek.getByRole('button', { name: 'Absent' }));
    await userEvent.click(await screen.findByRole('button', { name: 'See what will be recorded' }));
    expect(screen.getByText(/^“Induction” is recorded for 1 person who is there/)).not.toBeNull();
    expect(screen.getByText('1 is put down as absent.')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close and record' }));
    expect(await screen.findByText(/^The register is closed. Recorded for 1/)).not.toBeNull();
    expect(calls).toContain(`POST ${one}/close`);
  });

  it('is signed on this device by a typed name, or with a drawing besides', async () => {
    const { sent, router } = desk([entry(1, 'Marek')], `${one}/sign/${id(1)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'I was here: sign' }));
    expect(screen.getByText('Type your name.')).not.toBeNull();
    const pad = screen.getByRole('img', { name: 'Space for a signature' });
    pad.getBoundingClientRect = () => new DOMRect(0, 0, 300, 100);
    const at = (type: string, clientX: number, clientY: number) =>
      fireEvent(pad, new MouseEvent(type, { clientX, clientY, bubbles: true }));
    at('pointerdown', 10, 20);
    at('pointermove', 50, 60);
    at('pointerup', 50, 60);
    at('pointermove', 90, 90);
    await userEvent.type(screen.getByLabelText('Your name, as a signature'), 'Marek N');
    await userEvent.click(screen.getByRole('button', { name: 'I was here: sign' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`${one}/register`));
    expect(sent).toEqual([{ name: 'Marek N', drawing: 'M20 40L20 40L100 120' }]);
    expect(await screen.findByText(/^Signed here at/)).not.toBeNull();
  });
});
