import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validUntil } from '../validity/validity.js';
import { equivalenceCircle } from './circle.js';
import { COURSES, day, facts, own, terms } from './equivalences.test.js';
import { countedThrough, endedFrom, takenBackWith } from './yields.js';

const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key).toSorted();

describe('what counts through an equivalence', () => {
  it('lasts no longer than anything on its way, and begins with the latest of it', () => {
    let chains = 0;
    fc.assert(
      fc.property(terms, facts, (all, given) => {
        const found = countedThrough(all, given, own);
        const of = new Map([...given, ...found].map((one) => [one.key, one]));
        const least = (ends: (string | null | undefined)[]) =>
          ends.filter((end) => end !== null && end !== undefined).toSorted()[0] ?? null;
        for (const one of found) {
          const by = all.find(({ id }) => id === one.by);
          const [source, topped] = [of.get(one.source), of.get(one.topped ?? '')];
          expect(one.on).toBe([source?.on, topped?.on ?? ''].toSorted().at(-1));
          const limit = by?.limitMonths ? validUntil(one.on, by.limitMonths) : null;
          expect(one.until).toBe(least([source?.until, topped?.until, own(one.of, one.on), limit]));
          expect(one.until === null || one.until >= one.on).toBe(true);
          if (found.some(({ key }) => key === one.source)) chains += 1;
        }
      }),
      { numRuns: 3000 },
    );
    expect(chains).toBeGreaterThan(300);
  });

  it('counts only what was awarded in its days, one way, and never what came from the course itself', () => {
    fc.assert(
      fc.property(terms, facts, (all, given) => {
        for (const one of countedThrough(all, given, own)) {
          const by = all.find(({ id }) => id === one.by);
          const on = [...given, ...countedThrough(all, given, own)].find(({ key }) => key === one.source)?.on ?? '';
          expect(one.of).toBe(by?.target);
          expect((by?.from ?? '') <= on && on <= (by?.to ?? '9999')).toBe(true);
          expect(one.behind.slice(0, -1)).not.toContain(one.of);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in whatever order it became known, and twice is once', () => {
    fc.assert(
      fc.property(terms, facts, (all, given) => {
        const found = countedThrough(all, given, own);
        expect(new Set(keys(found)).size).toBe(found.length);
        expect(keys(countedThrough(all.toReversed(), given.toReversed(), own))).toEqual(keys(found));
        const later = given.slice(0, 2);
        const first = countedThrough(all, later, own);
        expect(keys(found)).toEqual(expect.arrayContaining(keys(first)));
      }),
      { numRuns: 1000 },
    );
  });

  it('goes with its source: what is left is what would have been without it', () => {
    let gone = 0;
    fc.assert(
      fc.property(terms, facts, fc.nat(4), (all, given, n) => {
        const out = given[n];
        if (!out) return;
        const found = countedThrough(all, given, own);
        const back = takenBackWith(found, [out.key]);
        gone += back.size - 1;
        const rest = given.filter(({ key }) => key !== out.key);
        expect(keys(found.filter(({ key }) => !back.has(key)))).toEqual(keys(countedThrough(all, rest, own)));
      }),
      { numRuns: 3000 },
    );
    expect(gone).toBeGreaterThan(300);
  });

  it('ends for what comes later, or as if it had never been', () => {
    fc.assert(
      fc.property(terms, facts, day, (all, given, last) => {
        const [first, ...others] = all;
        if (!first) return;
        const found = countedThrough(all, given, own);
        const after = countedThrough([endedFrom(first, last), ...others], given, own);
        // Nothing new by it, and nothing of what it gave for earlier days is missing.
        expect(keys(found)).toEqual(expect.arrayContaining(keys(after)));
        const byIt = found.filter(({ by }) => by === first.id);
        const lost = takenBackWith(found, keys(byIt));
        expect(keys(found.filter(({ key }) => !lost.has(key)))).toEqual(keys(countedThrough(others, given, own)));
      }),
      { numRuns: 2000 },
    );
  });

  it('has a circle exactly where a course of some day would count as itself', () => {
    let circles = 0;
    fc.assert(
      fc.property(terms, (all) => {
        const full = all.filter(({ remainder }) => remainder === null);
        const circle = equivalenceCircle(all);
        // Any day that matters is one on which something begins, or a day at which nothing has begun.
        const days = ['2026-01-01', ...full.flatMap(({ from, to }) => [from ?? '2026-01-01', to ?? '2026-01-01'])];
        const turns = days.some((on) =>
          COURSES.some((start) => {
            const seen = new Set<string>();
            const open = [start];
            for (let at = open.pop(); at !== undefined; at = open.pop()) {
              for (const { source, target, from, to } of full) {
                if (source !== at || (from ?? '') > on || (to ?? '9999') < on) continue;
                if (target === start) return true;
                if (!seen.has(target)) open.push(target);
                seen.add(target);
              }
            }
            return false;
          }),
        );
        if (circle) circles += 1;
        expect(circle !== null).toBe(turns);
      }),
      { numRuns: 3000 },
    );
    expect(circles).toBeGreaterThan(50);
  });
});
