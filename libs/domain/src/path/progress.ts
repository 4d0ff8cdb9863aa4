import type { LocalDate } from '../calendar/local-date.js';
import { isExcused } from './demands.js';
import type { PathChoice } from './path-step.js';
import type { StepKind } from './step-kinds.js';

export const PROGRESS_STATES = ['not started', 'under way', 'overdue', 'done'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export interface ProgressStep {
  /** A course unless told; a milestone does not count at all. */
  readonly kind?: StepKind;
  readonly optional: boolean;
  readonly choice?: string | null;
  readonly done: boolean;
  /** Begun and not done. */
  readonly begun?: boolean;
  readonly dueOn: LocalDate | null;
  /** An exemption from its course covers today. */
  readonly exempt?: boolean;
}

export interface PathProgress {
  /** Required steps that are done, of how many, and that are late. */
  readonly done: number;
  readonly total: number;
  readonly overdue: number;
  /** 0 to 100, rounded down: 100 only when all is done. */
  readonly percent: number;
  readonly state: ProgressState;
}

/**
 * How far a person is on a path. Only what is required counts, and what they are not exempt from, except that an optional step begun or done also makes it
 * under way. Of a choice as many count as it needs: first those that are done, then those that are not late; so it is
 * late only when what is left in time is not enough. The first that holds: all that is required is done (also when
 * nothing is), something of it was due before today, anything begun or done, nothing.
 */
export const pathProgress = (
  steps: readonly ProgressStep[],
  today: LocalDate,
  choices: readonly PathChoice[] = [],
): PathProgress => {
  const late = (step: ProgressStep): boolean => !step.done && step.dueOn !== null && step.dueOn < today;
  const work = steps.filter(({ kind }) => kind !== 'milestone');
  const asked = work.filter((step) => !isExcused(step));
  const plain = asked.filter((step) => !step.optional && !choices.some(({ key }) => key === step.choice));
  const rank = (step: ProgressStep): number => (step.done ? 0 : late(step) ? 2 : 1);
  const chosen = choices.flatMap(({ key, need }) =>
    asked
      .filter((step) => step.choice === key && !step.optional)
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, need),
  );
  const required = [...plain, ...chosen];
  const done = required.filter((step) => step.done).length;
  const total = required.length;
  const overdue = required.filter(late).length;
  const moved = work.some((step) => step.done || step.begun === true);
  const state = done === total ? 'done' : overdue > 0 ? 'overdue' : moved ? 'under way' : 'not started';
  return { done, total, overdue, percent: total === 0 ? 100 : Math.floor((done * 100) / total), state };
};
