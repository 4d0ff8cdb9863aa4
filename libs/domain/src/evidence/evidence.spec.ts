import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/arithmetic.js';
import { validUntil } from '../validity/validity.js';
import { evidenceProblems, type EvidenceDemands, type GivenEvidence } from './check-evidence.js';
import { validUntilWithEvidence } from './evidence-validity.js';

const today = '2026-11-23';
const demands: EvidenceDemands = { issuers: [], numberNeeded: true, expiry: 'needed', fileNeeded: true };
const card: GivenEvidence = {
  issuer: 'Street Works Qualifications Register',
  number: 'SWQR 118',
  issuedOn: '2025-02-01',
  expiresOn: '2030-01-31',
  hasFile: true,
};
const wrong = (
  given: Partial<GivenEvidence>,
  asked: Partial<EvidenceDemands> = {},
  validityMonths: number | null = null,
) =>
  evidenceProblems({ ...card, ...given }, { ...demands, ...asked }, { today, validityMonths }).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('what keeps evidence from being taken', () => {
  it('is nothing when a card has what is asked for', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ issuedOn: today, expiresOn: addDays(today, 1) })).toEqual([]);
    expect(wrong({ issuedOn: addDays(today, -1), expiresOn: today })).toEqual([]);
    expect(
      wrong(
        { number: '', expiresOn: null, hasFile: false },
        { numberNeeded: false, expiry: 'none', fileNeeded: false },
      ),
    ).toEqual([]);
    expect(wrong({ expiresOn: null }, { expiry: 'optional' })).toEqual([]);
  });

  it('names each thing that is missing', () => {
    expect(wrong({ issuer: ' ', number: ' ', issuedOn: '', expiresOn: null, hasFile: false })).toEqual([
      'issuer missing',
      'number missing',
      'issuedOn missing',
      'expiresOn missing',
      'file missing',
    ]);
    expect(wrong({ expiresOn: '2026-13-01' }, { expiry: 'optional' })).toEqual(['expiresOn missing']);
  });

  it('is a date that cannot be: issued tomorrow, ended before it began, ended yesterday', () => {
    expect(wrong({ issuedOn: addDays(today, 1) })).toEqual(['issuedOn future']);
    expect(wrong({ expiresOn: '2025-02-01' })).toEqual(['expiresOn not-after-issue']);
    expect(wrong({ expiresOn: addDays(today, -1) })).toEqual(['expiresOn expired']);
    expect(wrong({}, { expiry: 'none' })).toEqual(['expiresOn not-asked']);
  });

  it('is a card that is older than the course lets it count', () => {
    expect(wrong({ issuedOn: '2023-11-24' }, {}, 36)).toEqual([]);
    expect(evidenceProblems({ ...card, issuedOn: '2023-11-23' }, demands, { today, validityMonths: 36 })).toEqual([
      { field: 'issuedOn', code: 'too-old', ended: '2026-11-22' },
    ]);
  });

  it('is an issuer who is not on the list', () => {
    expect(wrong({ issuer: 'A friend' }, { issuers: ['CITB', 'Lantra'] })).toEqual(['issuer not-listed']);
    expect(wrong({ issuer: 'Lantra' }, { issuers: ['CITB', 'Lantra'] })).toEqual([]);
  });
});

describe('how long evidence counts', () => {
  it('ends with the card, or with what the course allows, whichever is first', () => {
    expect(validUntilWithEvidence('2026-01-01', 36, ['2027-05-01'])).toBe('2027-05-01');
    expect(validUntilWithEvidence('2026-01-01', 12, ['2027-05-01'])).toBe('2026-12-31');
    expect(validUntilWithEvidence('2026-01-01', null, [null, '2027-05-01', '2027-04-01'])).toBe('2027-04-01');
    expect(validUntilWithEvidence('2026-01-01', null, [null])).toBeNull();
  });

  it('is never longer than either', () => {
    const date = fc.integer({ min: -2000, max: 2000 }).map((n) => addDays(today, n));
    const months = fc.option(fc.integer({ min: 1, max: 120 }), { nil: null });
    fc.assert(
      fc.property(date, months, fc.array(fc.option(date, { nil: null }), { maxLength: 4 }), (on, m, expiries) => {
        const ends = [validUntil(on, m), ...expiries].filter((d) => d !== null);
        const found = validUntilWithEvidence(on, m, expiries);
        expect(found).toBe(ends.length === 0 ? null : ends.toSorted()[0]);
      }),
    );
  });
});
