import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { NO_PREVIOUS, type LedgerBody } from './body.js';
import { canonicalise } from './canonical.js';
import { isLedgerBody } from './check-body.js';
import { commitment, hashOfBodyText, sealEntry } from './hashes.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;

// The worked example of the README, with the members in another order.
const first = {
  v: 1,
  seq: 1,
  prev: NO_PREVIOUS,
  kind: 'completion',
  person: id(1),
  at: '2026-11-27T09:30:00.000Z',
  private: {
    score: 'd89249ad0c00ce4564133541e6df1f397e8172b44d7f1bfe5491c74e3394e2ed',
    note: 'e57a67f0dcf48191ab3b3fa5c8ab77cdb88b80bcfcb2681bde5e04a962c941cb',
  },
  fact: {
    validUntil: '2027-11-26',
    sourceId: id(4),
    source: 'attempt',
    courseVersion: id(3),
    course: id(2),
    completedOn: '2026-11-27',
  },
} satisfies LedgerBody;
const second = {
  v: 1,
  seq: 2,
  prev: 'fede561f2139b037f3eb57324c4c13fab9eedd02b85174d99dd1ff8af6195e19',
  kind: 'revocation',
  person: id(1),
  at: '2026-11-28T08:00:00.125Z',
  private: {},
  fact: { entry: 1, reasonCode: 'wrong-person' },
} satisfies LedgerBody;
// Put together from strings, as the database does it.
const firstText =
  `{"at":"2026-11-27T09:30:00.000Z","fact":{"completedOn":"2026-11-27","course":"${id(2)}","courseVersion":"${id(3)}",` +
  `"source":"attempt","sourceId":"${id(4)}","validUntil":"2027-11-26"},"kind":"completion","person":"${id(1)}",` +
  `"prev":"${'0'.repeat(64)}","private":{"note":"${first.private.note}","score":"${first.private.score}"},"seq":1,"v":1}`;

describe('the worked example', () => {
  it('has these commitments', () => {
    const salt = '00112233445566778899aabbccddeeff';
    expect(commitment(salt + salt, 86.5, sha256)).toBe(first.private.score);
    const other = 'ffeeddccbbaa99887766554433221100';
    expect(commitment(other + other, 'Seen on site – "all good", Zoë', sha256)).toBe(first.private.note);
  });
  it('has this text and these hashes', () => {
    expect(sealEntry(first, sha256)).toEqual({ person: id(1), seq: 1, body: firstText, hash: second.prev });
    expect(hashOfBodyText(firstText, sha256)).toBe(second.prev);
    expect(sealEntry(second, sha256).hash).toBe('06e03abafc2ddce01c643517aea4811cef542b1b7439cba8df2f6d134bef4e9f');
  });
});

describe('canonicalise', () => {
  it('follows RFC 8785', () => {
    expect(canonicalise({ b: [1, true, null], a: { ö: '\u0007\n"\\é€', A: -0 } })).toBe(
      '{"a":{"A":0,"ö":"\\u0007\\n\\"\\\\é€"},"b":[1,true,null]}',
    );
    expect(canonicalise([1e21, 1e-7, 0.000001, 4.5, 100])).toBe('[1e+21,1e-7,0.000001,4.5,100]');
  });
  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalise(NaN)).toThrow();
    expect(() => canonicalise('\ud800')).toThrow();
    expect(() => canonicalise(undefined as unknown as null)).toThrow(TypeError);
  });
});

describe('the shape of a body', () => {
  const broken: [string, object][] = [
    ['another version', { ...first, v: 2 }],
    ['a member too many', { ...first, name: 'Aisha' }],
    ['a member too few', (({ at: _at, ...rest }) => rest)(first)],
    ['capital letters in an id', { ...first, person: id(1).toUpperCase() }],
    ['an instant without milliseconds', { ...first, at: '2026-11-27T09:30:00Z' }],
    ['an instant on no day', { ...first, at: '2026-02-29T09:30:00.000Z' }],
    ['number 0', { ...first, seq: 0 }],
    ['a private value in the open', { ...first, private: { score: 86.5 } }],
    ['a name in the fact', { ...first, fact: { ...first.fact, name: 'Aisha' } }],
    ['a day that does not exist', { ...first, fact: { ...first.fact, completedOn: '2026-11-31' } }],
    ['free text as a source', { ...first, fact: { ...first.fact, source: 'From Tom' } }],
    ['the fact of the other kind', { ...first, kind: 'revocation' }],
    ['taking back itself', { ...second, fact: { ...second.fact, entry: 2 } }],
    ['a list', [first]],
  ];
  it('holds for the example', () => {
    expect([first, second].map(isLedgerBody)).toEqual([true, true]);
    expect(isLedgerBody({ ...first, fact: { ...first.fact, validUntil: null } })).toBe(true);
  });
  it.each(broken)('does not allow %s', (_name, body) => {
    expect(isLedgerBody(body)).toBe(false);
    expect(() => sealEntry(body as LedgerBody, sha256)).toThrow(TypeError);
  });
});
