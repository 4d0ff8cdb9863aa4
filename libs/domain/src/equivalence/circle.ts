import { maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { EquivalenceTerms } from './equivalence.js';

interface Window {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** The days that both allow; null where there is none. */
const both = (a: Window, b: Window): Window | null => {
  const from = maxDate(a.from, b.from);
  const to = minDate(a.to, b.to);
  return from !== null && to !== null && from > to ? null : { from, to };
};

/**
 * A circle of full equivalences, as courses: each counts as the next, the last as the first. Null where there is none: a
 * circle would say that its courses are one. What counts on days that no day has in common is no circle, so a course can
 * take another one's place.
 */
export const equivalenceCircle = (all: readonly EquivalenceTerms[]): readonly string[] | null => {
  const full = all.filter(({ remainder }) => remainder === null);
  const walk = (course: string, trail: readonly string[], days: Window): readonly string[] | null => {
    const at = trail.indexOf(course);
    if (at >= 0) return trail.slice(at);
    for (const next of full) {
      const common = next.source === course ? both(days, next) : null;
      const circle = common && walk(next.target, [...trail, course], common);
      if (circle) return circle;
    }
    return null;
  };
  for (const { source } of full) {
    const circle = walk(source, [], { from: null, to: null });
    if (circle) return circle;
  }
  return null;
};
