import type { PathChoice, PathStep } from './path-step.js';

interface Done {
  readonly done: boolean;
  /** An exemption from its course covers today. */
  readonly exempt?: boolean;
}
type Demanded = Pick<PathStep, 'kind' | 'optional' | 'choice'> & Done;

/** Exempt today, and not done: nobody waits for it, and no choice counts on it. */
export const isExcused = ({ done, exempt }: Done): boolean => exempt === true && !done;

/** The choices of which enough is done. Of a choice with fewer steps than it needs, all of them are enough. */
export const madeChoices = (
  steps: readonly (Pick<Demanded, 'choice'> & Done)[],
  choices: readonly PathChoice[],
): ReadonlySet<string> =>
  new Set(
    choices
      .filter(({ key, need }) => {
        const members = steps.filter((step) => step.choice === key && !isExcused(step));
        return members.filter(({ done }) => done).length >= Math.min(need, members.length);
      })
      .map(({ key }) => key),
  );

/** Whether a step is still asked for. A milestone never is: there is nothing to do at it. */
export const isNeeded = (step: Demanded, made: ReadonlySet<string>): boolean =>
  step.kind !== 'milestone' && !step.optional && !step.done && !isExcused(step) && !isChosen(step, made);

/** Whether it is one of a choice that has been made, with or without it. */
export const isChosen = ({ choice }: Pick<Demanded, 'choice'>, made: ReadonlySet<string>): boolean =>
  choice !== null && choice !== undefined && made.has(choice);
