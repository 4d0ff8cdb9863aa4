import type { LocalDate } from '../calendar/local-date.js';
import { isChosen, isExcused, isNeeded, madeChoices } from './demands.js';
import type { PathChoice, PathStep } from './path-step.js';

export const STOP_STATES = ['done', 'here', 'next', 'blocked'] as const;
export type StopState = (typeof STOP_STATES)[number];

/** A step as one person stands to it. What `done` says of a milestone does not count: it follows from the others. */
export interface StepState extends PathStep {
  readonly done: boolean;
  readonly opensOn: LocalDate;
  /** An exemption from its course covers today. */
  readonly exempt?: boolean;
}

export interface RouteStop<Step extends StepState = StepState> {
  readonly step: Step;
  readonly state: StopState;
  /** Still asked for: neither done, nor optional, nor exempt, nor one of a choice that has been made. */
  readonly needed: boolean;
  /** The day it opens, while that is ahead and it is not done; otherwise null. */
  readonly opensOn: LocalDate | null;
  /** Keys of what must be done first, in the order of the route; empty when nothing is in the way. */
  readonly opensAfter: readonly string[];
}

export interface RouteRules {
  /** A later stage opens when all that is required in the earlier ones is done. */
  readonly sequential: boolean;
  readonly choices?: readonly PathChoice[];
}

/**
 * The stops of a path in the order of their stages, and within a stage as given.
 *
 * The steps of a stage are open together. A step is open from `opensOn` on, when all of its `after` are done and, in a
 * `sequential` path, all that is needed in earlier stages. Who waits for one of a choice waits for the choice: it is
 * enough that the choice has been made. Nobody waits for what they are exempt from. Nothing that is done is ever blocked
 * again.
 *
 * A milestone is done when nothing that is needed stands before it, and blocked until then; it has no day to open.
 *
 * One open stop is `here`: the first needed one that the learner does, or the first at all that they do. The other open
 * stops are `next`. Without an open stop there is no `here`: all is done, or the person waits for a day or for somebody.
 */
export const routeOf = <Step extends StepState>(
  steps: readonly Step[],
  today: LocalDate,
  { sequential, choices = [] }: RouteRules,
): RouteStop<Step>[] => {
  const inOrder = [...steps].sort((a, b) => a.stage - b.stage);
  const made = madeChoices(inOrder, choices);
  const needed = inOrder.map((step) => isNeeded(step, made));
  const firstNeeded = needed.indexOf(true);
  const isDone = (step: Step, place: number): boolean =>
    step.kind === 'milestone' ? firstNeeded === -1 || firstNeeded > place : step.done;
  const inTheWay = (step: Step, place: number): string[] =>
    inOrder
      .filter((other, at) => {
        if (step.kind === 'milestone') return at < place && needed[at] === true;
        const owed = !isDone(other, at) && !isExcused(other) && !isChosen(other, made);
        return (
          (step.after?.includes(other.key) === true && owed) ||
          (sequential && other.stage < step.stage && needed[at] === true)
        );
      })
      .map(({ key }) => key);

  const stops = inOrder.map((step, place): RouteStop<Step> => {
    const facts = { step, needed: needed[place] === true };
    if (isDone(step, place)) return { ...facts, state: 'done', opensOn: null, opensAfter: [] };
    const opensAfter = inTheWay(step, place);
    const opensOn = step.kind !== 'milestone' && step.opensOn > today ? step.opensOn : null;
    return { ...facts, state: opensOn === null && opensAfter.length === 0 ? 'next' : 'blocked', opensOn, opensAfter };
  });
  const open = stops.filter(({ state, step }) => state === 'next' && step.byOthers !== true && !isExcused(step));
  const here = open.find((stop) => stop.needed) ?? open[0];
  return stops.map((stop) => (stop === here ? { ...stop, state: 'here' } : stop));
};
