import { daysBetween } from '../calendar/arithmetic.js';
import type { AudienceCondition, AudienceFacts, AudiencePredicate } from './predicate.js';

/** Whether the engagement is one of those meant. One that has ended never is; a planned one can be. */
export const isInAudience = (predicate: AudiencePredicate, facts: AudienceFacts): boolean =>
  (facts.endsOn === null || facts.endsOn >= facts.on) && matches(predicate, facts);

/** The predicate alone. */
export const matches = (predicate: AudiencePredicate, facts: AudienceFacts): boolean => {
  switch (predicate.is) {
    case 'all':
      return predicate.of.every((one) => matches(one, facts));
    case 'any':
      return predicate.of.some((one) => matches(one, facts));
    case 'not':
      return !matches(predicate.of, facts);
    default:
      return holdsFor(predicate, facts);
  }
};

const shares = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((value) => other.includes(value));
const within = <T extends number | string>(value: T, from: T | null, until: T | null): boolean =>
  (from === null || value >= from) && (until === null || value <= until);

/** One condition on its own. */
export function holdsFor(condition: AudienceCondition, facts: AudienceFacts): boolean {
  switch (condition.is) {
    case 'organisation-kind':
      return condition.in.includes(facts.organisationKind);
    case 'organisation':
      return shares(condition.in, condition.tiers ? facts.organisationIds : [facts.organisationId]);
    case 'scheme':
      return shares(condition.in, facts.schemeIds);
    case 'job-role':
      return condition.in.some((role) => role.toLowerCase() === facts.jobRole.toLowerCase());
    case 'group':
      return condition.in.includes(facts.group);
    case 'tag':
      return shares(condition.in, facts.tags);
    case 'started':
      return within(facts.startsOn, condition.from, condition.until);
    case 'days-since-start':
      return within(daysBetween(facts.startsOn, facts.on), condition.atLeast, condition.atMost);
    case 'holds':
      return isHeld(condition.courseId, facts);
    case 'lacks':
      return !isHeld(condition.courseId, facts);
    case 'reports-to':
      return facts.managerIds.includes(condition.personId);
  }
}

const isHeld = (courseId: string, { holds, on }: AudienceFacts): boolean => {
  const until = holds[courseId];
  return until !== undefined && (until === null || until >= on);
};
