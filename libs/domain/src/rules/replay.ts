import { isInAudience } from '../audience/matches.js';
import type { AudienceFacts, AudiencePredicate } from '../audience/predicate.js';
import type { LocalDate } from '../calendar/local-date.js';
import { dueDates, type DueFacts, type DuePolicy } from './due-policy.js';

/** What is kept with every reason that a rule gave: the engagement as it was, and what its dates were worked out from. */
export type ReasonFacts = AudienceFacts &
  Pick<DueFacts, 'assignedOn' | 'afterOn' | 'decidedOn' | 'takenOn' | 'beforeOn'> & {
    readonly dueOn: LocalDate | null;
  };

export interface ReplayedVersion {
  readonly predicate: AudiencePredicate;
  readonly due: DuePolicy;
  readonly effectiveOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** Why a stored reason does not follow from its facts and its rule's version; null when it does. */
export function replayFault(
  version: ReplayedVersion,
  facts: ReasonFacts,
): 'not in force' | 'not matched' | 'due date' | null {
  if (facts.on < version.effectiveOn || (version.endsOn !== null && facts.on > version.endsOn)) return 'not in force';
  if (!isInAudience(version.predicate, facts)) return 'not matched';
  const { dueOn } = dueDates(version.due, { ...facts, effectiveOn: version.effectiveOn });
  return dueOn === facts.dueOn ? null : 'due date';
}
