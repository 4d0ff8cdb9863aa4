import type { LocalDate } from '../calendar/local-date.js';
import type { PathStep } from './path-step.js';

export const STOP_STATES = ['done', 'here', 'next', 'blocked'] as const;
export type StopState = (typeof STOP_STATES)[number];

/** A step as one person stands to it. */
export interface StepState extends PathStep {
  readonly done: boolean;
  readonly opensOn: LocalDate;
}

export interface RouteStop<Step extends StepState = StepState> {
  readonly step: Step;
  readonly state: StopState;
  /** The day it opens, while that is ahead and it is not done; otherwise null. */
  readonly opensOn: LocalDate | null;
  /** Keys of what must be done first, in the order of the route; empty when nothing is in the way. */
  readonly opensAfter: readonly string[];
}

/**
 * The stops of a path in the order of their stages, and within a stage as given.
 *
 * The steps of a stage are open together. A step is open from `opensOn` on, when all of its `after` are done and, in a
 * `sequential` path, all required steps of earlier stages. Nothing that is done is ever blocked again.
 *
 * One open stop is `here`: the first required one, or the first at all when only optional ones are open. The other open
 * stops are `next`. Without an open stop there is no `here`: all is done, or the person waits for a day or for somebody.
 */
export const routeOf = <Step extends StepState>(
  steps: readonly Step[],
  today: LocalDate,
  { sequential }: { readonly sequential: boolean },
): RouteStop<Step>[] => {
  const inOrder = [...steps].sort((a, b) => a.stage - b.stage);
  const inTheWay = (step: Step): string[] =>
    inOrder
      .filter((other) => {
        const named = step.after?.includes(other.key) === true;
        const earlier = sequential && other.stage < step.stage && !other.optional;
        return !other.done && (named || earlier);
      })
      .map(({ key }) => key);

  const stops = inOrder.map((step): RouteStop<Step> => {
    if (step.done) return { step, state: 'done', opensOn: null, opensAfter: [] };
    const opensAfter = inTheWay(step);
    const opensOn = step.opensOn > today ? step.opensOn : null;
    return { step, state: opensOn === null && opensAfter.length === 0 ? 'next' : 'blocked', opensOn, opensAfter };
  });
  const open = stops.filter(({ state }) => state === 'next');
  const here = open.find(({ step }) => !step.optional) ?? open[0];
  return stops.map((stop) => (stop === here ? { ...stop, state: 'here' } : stop));
};
