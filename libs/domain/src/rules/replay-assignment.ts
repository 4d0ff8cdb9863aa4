import { maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { dueAfterLeave, extendedAfterLeave } from '../due/leave.js';
import { datesFor } from '../path/path-step.js';
import type { RuleRecurrence } from '../recurrence/recurrence.js';
import type { DateInterval } from '../standing/intervals.js';
import { askedAgain, type Held } from './asked-again.js';

/** What a reason's date follows from the first time that it asks. */
export type FirstDate =
  /** A rule or a person said it; null is without a date. */
  | { readonly kind: 'said'; readonly dueOn: LocalDate | null }
  | {
      readonly kind: 'path';
      readonly anchorOn: LocalDate;
      readonly dayOffset: number;
      readonly givenOn: LocalDate;
      readonly graceDays: number;
    };

export interface StoredReason {
  readonly opensOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** Null where nothing is kept that it could be worked out from. */
  readonly first: FirstDate | null;
  /** How it asks again; null for what does not, or says its date by itself. */
  readonly again: RuleRecurrence | null;
  readonly gives: 'course' | 'path';
  readonly renewsUntil: LocalDate | null;
  readonly notBefore: LocalDate | null;
  /** Leave of absence from its engagement. */
  readonly leaves: readonly DateInterval[];
}

export interface StoredAssignment {
  readonly dueOn: LocalDate | null;
  /** Of a renewal: what is renewed. */
  readonly held: Held | null;
  readonly reasons: readonly StoredReason[];
  readonly extension: {
    readonly givenOn: LocalDate;
    readonly until: LocalDate;
    readonly known: readonly DateInterval[];
    readonly since: readonly DateInterval[];
  } | null;
}

/** Why an open assignment does not follow from what is stored; null when it does. */
export function assignmentFault(stored: StoredAssignment): 'no reason left' | 'reason’s date' | 'due date' | null {
  const { reasons, held, extension } = stored;
  if (reasons.length === 0) return 'no reason left';
  if (reasons.some((reason) => !isAsSaid(reason, held))) return 'reason’s date';
  const owed = minDate(
    ...reasons.map(({ opensOn, dueOn, leaves }) => dueOn && dueAfterLeave({ opensOn, dueOn }, leaves)),
  );
  const dueOn = owed && extension ? maxDate(owed, extendedAfterLeave(extension, extension)) : owed;
  return dueOn === stored.dueOn ? null : 'due date';
}

function isAsSaid(reason: StoredReason, held: Held | null): boolean {
  if (held !== null) {
    // What was open when a rule said "once" stays open as it is.
    const next = reason.again && askedAgain(reason.again, reason.gives, held, reason);
    return next === null || reason.dueOn === next.dueOn;
  }
  return reason.first === null || reason.dueOn === firstDate(reason.first);
}

const firstDate = (first: FirstDate): LocalDate | null =>
  first.kind === 'said' ? first.dueOn : datesFor(first, first.anchorOn, first).dueOn;
