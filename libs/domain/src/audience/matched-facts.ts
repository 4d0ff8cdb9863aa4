import { describeAudience, describeCondition, type Names } from './describe.js';
import { holdsFor, matches } from './matches.js';
import type { AudienceCondition, AudienceFacts, AudiencePredicate } from './predicate.js';

/**
 * Why an engagement is one of those meant: each condition that it fulfils, in words, where it makes a difference. Of
 * "any" only the branches that hold are told.
 */
export const matchedFacts = (predicate: AudiencePredicate, facts: AudienceFacts, names: Names): string[] => [
  ...new Set(reasons(predicate, facts, names)),
];

function reasons(predicate: AudiencePredicate, facts: AudienceFacts, names: Names): string[] {
  switch (predicate.is) {
    case 'all':
      return predicate.of.flatMap((one) => reasons(one, facts, names));
    case 'any':
      return predicate.of.filter((one) => matches(one, facts)).flatMap((one) => reasons(one, facts, names));
    case 'not':
      return [describeAudience(predicate, names)];
    default:
      return holdsFor(predicate, facts) ? [describeCondition(own(predicate, facts), names)] : [];
  }
}

/** The part of a list that is this engagement's own. */
function own(condition: AudienceCondition, facts: AudienceFacts): AudienceCondition {
  switch (condition.is) {
    case 'organisation-kind':
      return { ...condition, in: [facts.organisationKind] };
    case 'group':
      return { ...condition, in: [facts.group] };
    case 'job-role':
      return { ...condition, in: [facts.jobRole] };
    case 'scheme':
      return { ...condition, in: condition.in.filter((id) => facts.schemeIds.includes(id)) };
    case 'tag':
      return { ...condition, in: condition.in.filter((tag) => facts.tags.includes(tag)) };
    case 'organisation':
      return { ...condition, in: condition.in.filter((id) => facts.organisationIds.includes(id)) };
    default:
      return condition;
  }
}
