import { daysBetween } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { StandingFacts } from './standing-facts.js';
import type { Standing } from './standings.js';

/**
 * The standing on `today`, read from the facts line by line as the table says it. This is the definition that every
 * faster way is tested against, and so it shares nothing with them.
 *
 * - *required*: an assignment is open, or the one with the highest cycle number was fulfilled.
 * - *valid at T*: a completion that was not revoked is for life, or its last valid day is T or later.
 * - *renewal window*: no completion is still valid once its `windowDays` more days have passed, or a renewal is open.
 */
export const standingOf = (facts: StandingFacts, today: LocalDate): Standing => {
  const open = facts.cycles.filter((cycle) => cycle.closed === null);
  const newest = facts.cycles.find((cycle) => facts.cycles.every((other) => other.cycle <= cycle.cycle));
  const required = open.length > 0 || newest?.closed === 'fulfilled';

  const standing = facts.completions.filter(({ seq }) => !facts.revocations.some(({ entry }) => entry === seq));
  const valid = standing.filter(({ validUntil }) => validUntil === null || validUntil >= today);
  const outlasting = valid.filter(
    ({ validUntil, windowDays }) => validUntil === null || daysBetween(today, validUntil) > windowDays,
  );
  const renewing = open.some(({ renewal, opensOn }) => renewal && opensOn !== null && opensOn <= today);
  const past = open.some(({ dueOn }) => dueOn !== null && dueOn < today);
  const absent = open.every(({ dueOn }) => dueOn === null);

  if (required && facts.exemptions.some(({ from, to }) => from <= today && today <= to)) return 'exempt';
  if (required && standing.length > 0 && valid.length === 0 && (past || absent)) return 'expired';
  if (required && past) return 'overdue';
  if (valid.length > 0 && (outlasting.length === 0 || renewing)) return 'expiring';
  if (valid.length > 0) return 'valid';
  if (facts.openAttempts.length > 0) return 'in progress';
  if (required) return 'not started';
  return 'not required';
};
