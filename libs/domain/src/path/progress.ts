import type { LocalDate } from '../calendar/local-date.js';

export const PROGRESS_STATES = ['not started', 'under way', 'overdue', 'done'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export interface ProgressStep {
  readonly optional: boolean;
  readonly done: boolean;
  /** Begun and not done. */
  readonly begun?: boolean;
  readonly dueOn: LocalDate | null;
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
 * How far a person is on a path. Only required steps count, except that an optional one begun or done also makes it
 * under way. The first that holds: all required steps done (also when there are none), one of them due before today,
 * anything begun or done, nothing.
 */
export const pathProgress = (steps: readonly ProgressStep[], today: LocalDate): PathProgress => {
  const required = steps.filter(({ optional }) => !optional);
  const done = required.filter((step) => step.done).length;
  const total = required.length;
  const overdue = required.filter((step) => !step.done && step.dueOn !== null && step.dueOn < today).length;
  const moved = steps.some((step) => step.done || step.begun === true);
  const state = done === total ? 'done' : overdue > 0 ? 'overdue' : moved ? 'under way' : 'not started';
  return { done, total, overdue, percent: total === 0 ? 100 : Math.floor((done * 100) / total), state };
};
