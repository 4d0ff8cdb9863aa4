import { describeAudience, type Names } from '../audience/describe.js';
import type { AudiencePredicate } from '../audience/predicate.js';
import { dayInWords } from '../calendar/date-words.js';
import type { LocalDate } from '../calendar/local-date.js';
import type { RuleRecurrence } from '../recurrence/recurrence.js';
import type { PathKind } from '../words/words.js';
import { describeAgain } from './describe-again.js';
import { describeDue } from './describe-due.js';
import type { DuePolicy } from './due-policy.js';

export interface DescribedRule {
  readonly predicate: AudiencePredicate;
  readonly courseId: string | null;
  readonly pathId: string | null;
  readonly pathKind: PathKind | null;
  readonly due: DuePolicy;
  readonly recurrence: RuleRecurrence;
  readonly effectiveOn: LocalDate;
  readonly endsOn: LocalDate | null;
}

/** Whom such a path is for, and what its days count from: the rule's own due policy says nothing of it. */
const ofEngagements: Partial<Record<PathKind, { who: string; counted: string }>> = {
  onboarding: { who: ' who starts', counted: ', counted from their first day' },
  offboarding: { who: ' who leaves', counted: ', counted from their last day' },
};

/** A rule as one English sentence. */
export function describeRule(rule: DescribedRule, names: Names): string {
  const target = rule.courseId ?? rule.pathId;
  const must =
    target === null ? 'is to be given something' : `${rule.pathId ? 'follows' : 'must hold'} ${names(target)}`;
  const { who, counted } = (rule.pathKind && ofEngagements[rule.pathKind]) ?? {
    who: '',
    counted: ` ${describeDue(rule.due, names)}`,
  };
  const again = describeAgain(rule.recurrence, rule.pathId ? 'path' : 'course');
  const end = rule.endsOn === null ? '' : ` to ${dayInWords(rule.endsOn)}`;
  return `Everyone ${describeAudience(rule.predicate, names)}${who} ${must}${counted}${again === null ? '' : `, ${again}`}, from ${dayInWords(rule.effectiveOn)}${end}.`;
}
