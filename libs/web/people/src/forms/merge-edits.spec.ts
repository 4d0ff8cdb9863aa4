import { describe, expect, it } from '@jest/globals';
import { mergeEdits } from './merge-edits.js';

const base = { givenName: 'Aisha', familyName: 'Karim', phone: '' };

describe('mergeEdits', () => {
  it('takes over what only they changed and keeps what only I changed', () => {
    const mine = { ...base, givenName: 'Ayesha' };
    const saved = { ...base, phone: '07700 900123' };
    expect(mergeEdits(base, mine, saved)).toEqual({
      values: { givenName: 'Ayesha', familyName: 'Karim', phone: '07700 900123' },
      theirs: {},
    });
  });

  it('keeps mine and tells theirs where both changed the same field differently', () => {
    const mine = { ...base, familyName: 'Karim-Jones' };
    const saved = { ...base, familyName: 'Jones' };
    expect(mergeEdits(base, mine, saved)).toEqual({ values: mine, theirs: { familyName: 'Jones' } });
  });

  it('has nothing to ask where both typed the same, also in lists', () => {
    const from = { schemeIds: [] as { value: string }[] };
    const both = { schemeIds: [{ value: 's1' }] };
    expect(mergeEdits(from, both, { schemeIds: [{ value: 's1' }] })).toEqual({ values: both, theirs: {} });
  });
});
