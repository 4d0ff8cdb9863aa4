import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_PREVIOUS, type LedgerBody } from './body.js';
import { canonicalise } from './canonical.js';
import { commitment, hashOfBodyText, sealEntry } from './hashes.js';
import { verifyChain, type LedgerEntry } from './verify-chain.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const person = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const salt = 'ab'.repeat(32);

const chainOf = (who: number, notes: readonly string[]): LedgerEntry[] => {
  const entries: LedgerEntry[] = [];
  notes.forEach((note, at) => {
    const common = {
      v: 1 as const,
      person: person(who),
      seq: at + 1,
      at: '2026-11-27T09:30:00.000Z',
      prev: entries.at(-1)?.hash ?? NO_PREVIOUS,
      private: { note: commitment(salt, note, sha256) },
    };
    const body: LedgerBody =
      at > 0 && at % 3 === 2
        ? { ...common, kind: 'revocation', fact: { entry: at, reasonCode: 'mistake' } }
        : {
            ...common,
            kind: 'completion',
            fact: {
              course: person(90),
              courseVersion: person(91),
              completedOn: '2026-11-27',
              source: 'manual',
              sourceId: person(100 + at),
              validUntil: null,
            },
          };
    entries.push({ ...sealEntry(body, sha256), private: [{ field: 'note', salt, value: canonicalise(note) }] });
  });
  return entries;
};
// Any characters, but no half of a pair.
const wellFormed = fc.string({ unit: 'binary' });
const notes = fc.array(wellFormed, { minLength: 1, maxLength: 7 });

describe('verifyChain', () => {
  it('accepts whole chains, also mixed, also with erased values', () => {
    fc.assert(
      fc.property(notes, notes, (a, b) => {
        const one = chainOf(1, a);
        const two = chainOf(2, b).map(({ private: _erased, ...entry }) => entry);
        const mixed = [...one.slice(0, 1), ...two, ...one.slice(1)];
        const heads = [...one.slice(-1), ...two.slice(-1)];
        expect(verifyChain(mixed, sha256, heads)).toEqual({ ok: true, people: 2, entries: mixed.length });
      }),
      { numRuns: 200 },
    );
  });
  it('finds the place of any change of one character, even when its own hash is made right', () => {
    fc.assert(
      fc.property(notes, fc.nat(), fc.nat(), fc.boolean(), (list, which, where, rehash) => {
        const chain = chainOf(1, list);
        const at = which % chain.length;
        const entry = chain[at];
        if (!entry) return;
        const position = where % entry.body.length;
        const changed = entry.body[position] === '1' ? '2' : '1';
        const body = entry.body.slice(0, position) + changed + entry.body.slice(position + 1);
        chain[at] = { ...entry, body, hash: rehash ? hashOfBodyText(body, sha256) : entry.hash };
        // A clean change of the last entry shows in the head alone.
        const head = { person: entry.person, seq: list.length, hash: chainOf(1, list).at(-1)?.hash ?? '' };
        const verdict = verifyChain(chain, sha256, [head]);
        expect(verdict.ok).toBe(false);
        if (!verdict.ok && !rehash) expect(verdict).toMatchObject({ brokenAt: { seq: at + 1 }, why: 'wrong-hash' });
        if (!verdict.ok && rehash) expect([at + 1, at + 2, list.length]).toContain(verdict.brokenAt.seq);
      }),
      { numRuns: 500 },
    );
  });

  const chain = chainOf(1, ['a', 'b', 'c', 'd', 'e']);
  const at = (n: number): LedgerEntry => chain[n - 1] ?? ({} as LedgerEntry);
  const resealed = (n: number, body: string): LedgerEntry => ({ ...at(n), body, hash: hashOfBodyText(body, sha256) });
  const cases: [string, LedgerEntry[], number, string][] = [
    ['one missing', [at(1), at(3)], 3, 'missing-entry'],
    ['the first missing', [at(2)], 2, 'missing-entry'],
    ['one twice', [at(1), at(1)], 1, 'missing-entry'],
    ['another hash', [at(1), { ...at(2), hash: at(1).hash }], 2, 'wrong-hash'],
    ['spaces', [resealed(1, at(1).body.replace(',', ', '))], 1, 'not-canonical'],
    ['no JSON', [resealed(1, 'nothing')], 1, 'not-canonical'],
    ['one member twice', [resealed(1, at(1).body.replace('"v":1', '"v":1,"v":1'))], 1, 'not-canonical'],
    ['another version', [resealed(1, at(1).body.replace('"v":1', '"v":2'))], 1, 'wrong-shape'],
    ['the entry of somebody else', [{ ...at(1), person: person(2) }], 1, 'wrong-person'],
    ['another number in the text', [resealed(1, at(1).body.replace('"seq":1', '"seq":2'))], 1, 'missing-entry'],
    ['a link to elsewhere', [at(1), resealed(2, at(2).body.replace(at(1).hash, NO_PREVIOUS))], 2, 'wrong-previous'],
    ['another private value', [{ ...at(1), private: [{ field: 'note', salt, value: '"x"' }] }], 1, 'private-differs'],
    [
      'a private value never bound',
      [{ ...at(1), private: [{ field: 'score', salt, value: '1' }] }],
      1,
      'private-differs',
    ],
  ];
  it.each(cases)('names %s', (_name, entries, seq, why) => {
    expect(verifyChain(entries, sha256)).toMatchObject({ ok: false, brokenAt: { seq }, why });
  });
  it('names a revocation of a revocation', () => {
    const body = JSON.parse(at(4).body) as LedgerBody;
    const revoking = sealEntry({ ...body, kind: 'revocation', fact: { entry: 3, reasonCode: 'x' } }, sha256);
    expect(verifyChain([at(1), at(2), at(3), revoking], sha256)).toMatchObject({ ok: false, why: 'revokes-nothing' });
  });
  it('notices a cut end by the head, and a head without entries', () => {
    const head = { person: person(1), seq: 5, hash: at(5).hash };
    expect(verifyChain(chain, sha256, [head])).toEqual({ ok: true, people: 1, entries: 5 });
    expect(verifyChain(chain.slice(0, 4), sha256, [head])).toMatchObject({ ok: false, why: 'wrong-end' });
    expect(verifyChain([], sha256, [head])).toMatchObject({ ok: false, why: 'wrong-end' });
    expect(verifyChain([], sha256)).toEqual({ ok: true, people: 0, entries: 0 });
  });
});
