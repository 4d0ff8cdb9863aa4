import { maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { validUntil } from '../validity/validity.js';
import type { CountedFact, CountedYield, EquivalenceTerms, OwnValidity } from './equivalence.js';

/** The earliest of what ends something; null where nothing does. */
export const earliestEnd = (...ends: readonly (LocalDate | null)[]): LocalDate | null => minDate(...ends);

const inWindow = ({ from, to }: EquivalenceTerms, on: LocalDate): boolean =>
  (from === null || from <= on) && (to === null || on <= to);

/**
 * What one fact, with the remainder where one is asked for, comes to; null where it comes to nothing. It counts from the
 * later of the two days to the earliest of all ends: those of the facts, the course's own, and the limit. What would end
 * before it begins is nothing, and what came from a course never counts as it again.
 */
export function yieldOf(
  terms: EquivalenceTerms,
  fact: CountedFact,
  remainder: CountedFact | null,
  own: OwnValidity,
): CountedYield | null {
  if (fact.of !== terms.source || (remainder?.of ?? null) !== terms.remainder || !inWindow(terms, fact.on)) return null;
  const behind = [...fact.behind, ...(remainder?.behind ?? [])];
  if (behind.includes(terms.target)) return null;
  const on = maxDate(fact.on, remainder?.on ?? null) ?? fact.on;
  const until = earliestEnd(
    fact.until,
    remainder?.until ?? null,
    own(terms.target, on),
    validUntil(on, terms.limitMonths),
  );
  if (until !== null && until < on) return null;
  return {
    key: [terms.id, fact.key, ...(remainder ? [remainder.key] : [])].join('/'),
    of: terms.target,
    on,
    until,
    behind: [...behind, terms.target],
    by: terms.id,
    source: fact.key,
    topped: remainder?.key ?? null,
  };
}

/** What some facts come to at once, each pair of a fact and a remainder by itself. In SQL: `equivalence_yields`. */
export const yieldsOf = (
  all: readonly EquivalenceTerms[],
  facts: readonly CountedFact[],
  own: OwnValidity,
): CountedYield[] =>
  all.flatMap((terms) =>
    facts
      .filter(({ of }) => of === terms.source)
      .flatMap((fact) => {
        const remainders = terms.remainder === null ? [null] : facts.filter(({ of }) => of === terms.remainder);
        return remainders.flatMap((remainder) => yieldOf(terms, fact, remainder, own) ?? []);
      }),
  );

/** The same with what follows from what follows, until nothing more does: every step lengthens the way, and ways end. */
export function countedThrough(
  all: readonly EquivalenceTerms[],
  facts: readonly CountedFact[],
  own: OwnValidity,
): CountedYield[] {
  const found = new Map<string, CountedYield>();
  for (let more = true; more;) {
    const next = yieldsOf(all, [...facts, ...found.values()], own).filter(({ key }) => !found.has(key));
    for (const one of next) found.set(one.key, one);
    more = next.length > 0;
  }
  return [...found.values()];
}

/** What goes when some facts go: all that came from them, directly or on the way. The keys of both. */
export function takenBackWith(given: readonly CountedYield[], gone: readonly string[]): ReadonlySet<string> {
  const all = new Set(gone);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const { key, source, topped } of given) if (all.has(source) || (topped && all.has(topped))) all.add(key);
  }
  return all;
}

/** From that day on nothing new counts; what was given stays. */
export const endedFrom = (terms: EquivalenceTerms, lastDay: LocalDate): EquivalenceTerms => ({
  ...terms,
  to: minDate(terms.to, lastDay),
});
