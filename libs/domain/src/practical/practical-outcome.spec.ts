import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { practicalOutcome } from './practical-outcome.js';

const items = [
  { id: 'locate', critical: true },
  { id: 'mark', critical: false },
  { id: 'dig', critical: true },
];
const found = (...met: (boolean | null)[]) => items.map(({ id }, i) => ({ itemId: id, met: met[i] ?? null }));

describe('the outcome of a practical', () => {
  it('is passed when everything is met', () => {
    expect(practicalOutcome(items, found(true, true, true))).toEqual({ open: [], missed: [], passed: true });
  });

  it('is passed with something to work on when only an item that is not critical is missed', () => {
    expect(practicalOutcome(items, found(true, false, true))).toEqual({ open: [], missed: ['mark'], passed: true });
  });

  it('fails by one critical item', () => {
    expect(practicalOutcome(items, found(true, true, false))).toEqual({ open: [], missed: ['dig'], passed: false });
  });

  it('needs every item where none is critical', () => {
    const plain = items.map((item) => ({ ...item, critical: false }));
    expect(practicalOutcome(plain, found(true, false, true)).passed).toBe(false);
    expect(practicalOutcome(plain, found(true, true, true)).passed).toBe(true);
  });

  it('is not known while an item is open, whatever else was seen', () => {
    expect(practicalOutcome(items, found(false, true, null))).toEqual({
      open: ['dig'],
      missed: ['locate'],
      passed: null,
    });
    expect(practicalOutcome(items, []).open).toEqual(['locate', 'mark', 'dig']);
  });

  it('takes no notice of items that are not on the list, and is never passed by an empty list', () => {
    expect(practicalOutcome(items, [...found(true, true, true), { itemId: 'other', met: false }]).passed).toBe(true);
    expect(practicalOutcome([], [{ itemId: 'other', met: true }]).passed).toBe(false);
  });

  it('never passes with a critical item that is not met, nor fails with all met', () => {
    const list = fc.uniqueArray(fc.record({ id: fc.uuid(), critical: fc.boolean(), met: fc.boolean() }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(list, (rows) => {
        const { passed, missed, open } = practicalOutcome(
          rows,
          rows.map(({ id, met }) => ({ itemId: id, met })),
        );
        expect(open).toEqual([]);
        expect(missed).toEqual(rows.filter(({ met }) => !met).map(({ id }) => id));
        if (rows.some(({ critical, met }) => critical && !met)) expect(passed).toBe(false);
        if (rows.every(({ met }) => met)) expect(passed).toBe(true);
      }),
    );
  });
});
