import type { AudiencePredicate } from '@lms/contracts';

type Condition = Exclude<AudiencePredicate, { is: 'all' | 'any' | 'not' }>;
export type Group = Extract<AudiencePredicate, { is: 'all' | 'any' }>;
export type ConditionKind = Condition['is'];

export const conditionKinds: readonly ConditionKind[] = [
  'group',
  'organisation-kind',
  'organisation',
  'scheme',
  'job-role',
  'tag',
  'started',
  'days-since-start',
  'holds',
  'lacks',
  'reports-to',
];

/** A new condition of a kind, with nothing chosen yet. */
export function blank(kind: ConditionKind): Condition {
  switch (kind) {
    case 'organisation':
      return { is: kind, in: [], tiers: true };
    case 'started':
      return { is: kind, from: null, until: null };
    case 'days-since-start':
      return { is: kind, atLeast: null, atMost: null };
    case 'holds':
    case 'lacks':
      return { is: kind, courseId: '' };
    case 'reports-to':
      return { is: kind, personId: '' };
    default:
      return { is: kind, in: [] };
  }
}

/** The builder shows one group at the top. */
export const asGroup = (predicate: AudiencePredicate): Group =>
  predicate.is === 'all' || predicate.is === 'any' ? predicate : { is: 'all', of: [predicate] };

const isChosen = (condition: Condition): boolean => {
  if ('in' in condition) return condition.in.length > 0;
  if (condition.is === 'holds' || condition.is === 'lacks') return condition.courseId !== '';
  if (condition.is === 'reports-to') return condition.personId !== '';
  if (condition.is === 'started') return condition.from !== null || condition.until !== null;
  return condition.atLeast !== null || condition.atMost !== null;
};

/** What is complete of a tree that is being built: conditions without a choice, and groups without any, do not count. */
export function completeOf(predicate: AudiencePredicate): AudiencePredicate | null {
  switch (predicate.is) {
    case 'all':
    case 'any': {
      const of = predicate.of.flatMap((one) => completeOf(one) ?? []);
      return of.length === 0 ? null : { is: predicate.is, of };
    }
    case 'not': {
      const of = completeOf(predicate.of);
      return of && { is: 'not', of };
    }
    default:
      return isChosen(predicate) ? predicate : null;
  }
}

/** As {@link completeOf} at the top, where nothing means everybody. */
export const wholeAudience = (predicate: AudiencePredicate): AudiencePredicate =>
  completeOf(predicate) ?? { is: 'all', of: [] };

const parts = (predicate: AudiencePredicate): number => {
  if (predicate.is === 'not') return parts(predicate.of);
  return 'of' in predicate ? predicate.of.reduce((sum, one) => sum + parts(one), 0) : 1;
};

/** Whether a condition waits for its choice. */
export const isUnfinished = (predicate: AudiencePredicate): boolean => {
  const whole = completeOf(predicate);
  return parts(predicate) !== (whole ? parts(whole) : 0);
};
