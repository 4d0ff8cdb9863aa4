import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Booked, bookingOutcomes, type Candidate } from './booking-outcomes.js';
import { checkInTimes, codeDigits, codeEnds, codeNumber, codesThatCount, overlap } from './check-in.js';

const HOUR = 3_600_000;
const session = { startsAt: 100 * HOUR, endsAt: 103 * HOUR };
const span = fc
  .tuple(fc.integer({ min: 90, max: 110 }), fc.integer({ min: 1, max: 6 }))
  .map(([from, hours]) => ({ startsAt: from * HOUR, endsAt: (from + hours) * HOUR }));
const candidate: fc.Arbitrary<Candidate> = fc.record({
  booking: fc.option(fc.record({ turn: fc.option(fc.integer({ min: 1, max: 9 })) }), { freq: 6 }),
  trains: fc.constant(false),
  engaged: fc.constantFrom(true, true, true, false),
  open: fc.constantFrom(true, true, true, false),
  onLeave: fc.constantFrom(false, false, false, true),
  valid: fc.option(fc.record({ until: fc.constantFrom('2027-03-31', null) }), { freq: 3 }),
  others: fc.array(span, { maxLength: 2 }),
});
const of = (booked: readonly Booked[], outcome: Booked['outcome']) => booked.filter((b) => b.outcome === outcome);

describe('who gets a place', () => {
  it('never gives more than there are, passes nobody who waits, and numbers the waiting list on', () => {
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 20 }),
        fc.record({
          capacity: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 4 }),
          booked: fc.nat(12),
          waiting: fc.nat(3),
        }),
        fc.subarray(['valid', 'leave'] as const),
        (candidates, room, despite) => {
          const outcomes = bookingOutcomes(candidates, { session, ...room }, new Set(despite));
          const places = of(outcomes, 'booked').length;
          const turns = outcomes.flatMap((o) => (o.outcome === 'waiting' ? [o.turn] : []));
          expect(turns).toEqual(turns.map((_, n) => room.waiting + n + 1));
          if (room.capacity === null) expect(turns).toEqual([]);
          else if (room.waiting > 0) expect(places).toBe(0);
          else expect(places).toBe(Math.min(places + turns.length, Math.max(room.capacity - room.booked, 0)));
          // Who comes first is served first.
          const kinds = outcomes.map(({ outcome }) => outcome);
          expect(kinds.lastIndexOf('booked') < kinds.indexOf('waiting') || turns.length === 0).toBe(true);
          for (const [at, { booking, engaged, open, others, onLeave, valid }] of candidates.entries()) {
            const free = engaged && open && !booking && !others.some((other) => overlap(other, session));
            const sure = free && (!onLeave || despite.includes('leave')) && (!valid || despite.includes('valid'));
            expect(kinds[at] === 'booked' || kinds[at] === 'waiting').toBe(sure);
          }
        },
      ),
    );
  });
});

describe('two sessions at once', () => {
  it('share a moment, whichever is looked at first; one that begins as the other ends does not', () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const hours = (s: typeof a) =>
          Array.from({ length: (s.endsAt - s.startsAt) / HOUR }, (_, n) => s.startsAt / HOUR + n);
        expect(overlap(a, b)).toBe(hours(a).some((hour) => hours(b).includes(hour)));
        expect(overlap(b, a)).toBe(overlap(a, b));
      }),
    );
  });
});

describe('the code of a session', () => {
  it('counts while it is shown and for one turn after, and for no longer', () => {
    fc.assert(
      fc.property(fc.nat(4_000_000_000), fc.integer({ min: 0, max: 200 }), (seconds, later) => {
        const shown = codeNumber(seconds * 1000);
        expect(codeEnds(shown)).toBeGreaterThan(seconds * 1000);
        expect(codeNumber(codeEnds(shown))).toBe(shown + 1);
        const counts = codesThatCount((seconds + later) * 1000).includes(shown);
        expect(counts).toBe((seconds + later) * 1000 < codeEnds(shown) + 60_000);
      }),
    );
  });

  it('is six digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 48n - 1n }), (n) => {
        const digits = codeDigits(n.toString(16).padStart(12, '0').padEnd(64, 'f'));
        expect(digits).toMatch(/^\d{6}$/);
        expect(Number(digits)).toBe(Number(n % 1_000_000n));
      }),
    );
    expect(checkInTimes(session)).toEqual({
      opensAt: session.startsAt - HOUR / 2,
      closesAt: session.endsAt + HOUR / 2,
    });
  });
});
