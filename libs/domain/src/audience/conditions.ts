import type { AudienceCondition, AudiencePredicate } from './predicate.js';

/** The leaves of an audience, in the order in which they are read. */
export const conditionsOf = (predicate: AudiencePredicate): AudienceCondition[] => {
  switch (predicate.is) {
    case 'all':
    case 'any':
      return predicate.of.flatMap(conditionsOf);
    case 'not':
      return conditionsOf(predicate.of);
    default:
      return [predicate];
  }
};

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** The courses whose completion or expiry can change who is held. */
export const coursesReadBy = (predicate: AudiencePredicate): string[] =>
  distinct(conditionsOf(predicate).flatMap((c) => (c.is === 'holds' || c.is === 'lacks' ? [c.courseId] : [])));

/** The people whose reports are asked about. */
export const managersReadBy = (predicate: AudiencePredicate): string[] =>
  distinct(conditionsOf(predicate).flatMap((c) => (c.is === 'reports-to' ? [c.personId] : [])));
