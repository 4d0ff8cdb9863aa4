import { minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { StandingFacts } from '../standing/standing-facts.js';

/** The due date that somebody is told on a day: of a renewal whose window has not opened there is none yet. */
export const dueAsTold = (facts: StandingFacts, on: LocalDate): LocalDate | null => {
  const stands = facts.completions.some(({ seq }) => !facts.revocations.some(({ entry }) => entry === seq));
  const opened = facts.cycles.filter(
    ({ closed, opensOn }) => closed === null && (opensOn === null || opensOn <= on || !stands),
  );
  return minDate(...opened.map(({ dueOn }) => dueOn));
};
