import { addDays, maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';

/** When something is due, counted in calendar days. `realisticDays`: nobody is given less time than this. */
export type DuePolicy = { readonly realisticDays: number } & (
  | { readonly kind: 'on'; readonly date: LocalDate }
  /** After the first day of the engagement, or after the rule's for whoever was there before it. */
  | { readonly kind: 'after-start'; readonly days: number }
  | { readonly kind: 'after-assignment'; readonly days: number }
  /** After another course was completed; until then there is no due date. */
  | { readonly kind: 'after-completion'; readonly courseId: string; readonly days: number }
);

export interface DueFacts {
  readonly effectiveOn: LocalDate;
  readonly startsOn: LocalDate;
  readonly assignedOn: LocalDate;
  /** When the other course was last completed. */
  readonly afterOn: LocalDate | null;
  /** What somebody decided for this engagement, where the rule's own date came too soon. */
  readonly decidedOn: LocalDate | null;
  /** Where another version of the rule took over from one that asked already: when that was, and by which day that one asked. */
  readonly takenOn?: LocalDate | null;
  readonly beforeOn?: LocalDate | null;
}

export interface DueDates {
  readonly dueOn: LocalDate | null;
  readonly opensOn: LocalDate;
  /** What the policy says by itself; null without a date yet. */
  readonly policyOn: LocalDate | null;
  /** The first day that leaves enough time. */
  readonly realisticOn: LocalDate;
  /** The policy's date leaves too little time: somebody has to decide; until then the realistic date counts. */
  readonly tooSoon: boolean;
}

/** A planned starter sees it so many days before the first day. */
export const OPEN_DAYS_BEFORE_START = 7;

export const dueDates = (policy: DuePolicy, facts: DueFacts): DueDates => {
  const policyOn = noLaterThanLate(policyDate(policy, facts), facts);
  const realisticOn = realisticDate(policy, facts);
  const tooSoon = policyOn !== null && policyOn < realisticOn;
  return {
    dueOn: tooSoon ? (facts.decidedOn ?? realisticOn) : policyOn,
    opensOn: later(facts.effectiveOn, addDays(facts.startsOn, -OPEN_DAYS_BEFORE_START)),
    policyOn,
    realisticOn,
    tooSoon,
  };
};

/**
 * Counted from the day on which the rule asked. A version that takes over leaves as many days from then on, too, or what was
 * left anyway: it brings nobody a day that is nearer than either.
 */
function realisticDate({ realisticDays }: DuePolicy, facts: DueFacts): LocalDate {
  const asked = addDays(later(facts.assignedOn, facts.startsOn), realisticDays);
  if (!facts.takenOn) return asked;
  const taken = addDays(later(facts.takenOn, facts.startsOn), realisticDays);
  return later(asked, minDate(taken, facts.beforeOn ?? null) ?? taken);
}

/** Who is late already is not later by another version. */
const noLaterThanLate = (policyOn: LocalDate | null, { takenOn, beforeOn }: DueFacts): LocalDate | null =>
  policyOn && takenOn && beforeOn && beforeOn < takenOn ? later(policyOn, beforeOn) : policyOn;

function policyDate(policy: DuePolicy, facts: DueFacts): LocalDate | null {
  switch (policy.kind) {
    case 'on':
      return policy.date;
    case 'after-start':
      return addDays(later(facts.startsOn, facts.effectiveOn), policy.days);
    case 'after-assignment':
      return addDays(later(facts.assignedOn, facts.startsOn), policy.days);
    case 'after-completion':
      return facts.afterOn === null ? null : addDays(facts.afterOn, policy.days);
  }
}

const later = (one: LocalDate, other: LocalDate): LocalDate => maxDate(one, other) ?? one;
