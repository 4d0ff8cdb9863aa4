import { addDays, maxDate, minDate } from '../calendar/arithmetic.js';
import type { LocalDate } from '../calendar/local-date.js';
import { dueAfterLeave } from '../due/leave.js';
import type { DateInterval } from '../standing/intervals.js';
import type { StepKind } from './step-kinds.js';

export interface PathStep {
  /** Names the step within its path; `after` refers to it. */
  readonly key: string;
  /** The stage's position; lower ones come first. */
  readonly stage: number;
  /** Days from the anchor (the first day of the engagement, or the last for offboarding); negative is before it. */
  readonly dayOffset: number;
  readonly kind: StepKind;
  /** A task of somebody else: the learner waits for it and cannot stand at it. */
  readonly byOthers?: boolean;
  readonly optional: boolean;
  /**
   * Steps that must be done first, whatever their stage; keys the path does not have are ignored. A milestone has none: it
   * waits for everything required that stands before it.
   */
  readonly after?: readonly string[];
  /** The key of the choice that it is one of. */
  readonly choice?: string | null;
}

/** "Any `need` of these": the steps that name it. */
export interface PathChoice {
  readonly key: string;
  readonly need: number;
}

export interface StepDates {
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface DatesOptions {
  /** How many days before the anchor the path opens; 7 unless told. */
  readonly openDays?: number;
  /** The day the person was put on the path; null to plan without a person. */
  readonly givenOn?: LocalDate | null;
  /** At least so many days lie between `givenOn` and the due date; 7 unless told. */
  readonly graceDays?: number;
  /** Leave of absence from the engagement; none where a path counts from its last day. */
  readonly leaves?: readonly DateInterval[];
  /** Until when somebody has more time for the course, as `extendedAfterLeave` says. */
  readonly extendedTo?: LocalDate | null;
}

/**
 * When a step opens and when it is due, for a path that counts from `anchor`.
 *
 * - due: `anchor + dayOffset`, but not before `givenOn + graceDays`: who is put on a path late is not overdue at once;
 *   days of leave in between do not count, and more time that was given counts;
 * - opens: `anchor − openDays`, or the planned due date when the step is meant to be done earlier than that.
 */
export const datesFor = (
  step: Pick<PathStep, 'dayOffset'>,
  anchor: LocalDate,
  options: DatesOptions = {},
): StepDates => {
  const { openDays = 7, givenOn = null, graceDays = 7, leaves = [], extendedTo = null } = options;
  const planned = addDays(anchor, step.dayOffset);
  const earliest = givenOn === null ? null : addDays(givenOn, graceDays);
  const opensOn = minDate(addDays(anchor, -openDays), planned) ?? planned;
  const dueOn = dueAfterLeave({ opensOn, dueOn: maxDate(planned, earliest) ?? planned }, leaves);
  return { opensOn, dueOn: maxDate(dueOn, extendedTo) ?? dueOn };
};
