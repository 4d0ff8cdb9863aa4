import type { PathStep } from './path-step.js';

type Waiting = Pick<PathStep, 'key' | 'stage' | 'kind' | 'optional' | 'after'>;

/** What a step waits for, by index: by its own word, by the order of stages, or because it is a milestone. */
function waitsFor(steps: readonly Waiting[], place: number, sequential: boolean): number[] {
  const step = steps[place];
  if (!step) return [];
  return steps.flatMap((other, at) => {
    const required = other.kind !== 'milestone' && !other.optional;
    if (step.kind === 'milestone') return at < place && required ? [at] : [];
    const named = step.after?.includes(other.key) === true;
    return named || (sequential && required && other.stage < step.stage) ? [at] : [];
  });
}

/**
 * A circle of steps that wait for each other, as keys: each waits for the one after it, the last for the first. Null when
 * there is none: then everything can be done by somebody who always does what is open.
 */
export const circleOf = (
  given: readonly Waiting[],
  { sequential }: { readonly sequential: boolean },
): readonly string[] | null => {
  const steps = [...given].sort((a, b) => a.stage - b.stage);
  const clear = new Set<number>();
  const walk = (place: number, trail: readonly number[]): readonly number[] | null => {
    if (trail.includes(place)) return trail.slice(trail.indexOf(place));
    if (clear.has(place)) return null;
    for (const next of waitsFor(steps, place, sequential)) {
      const circle = walk(next, [...trail, place]);
      if (circle) return circle;
    }
    clear.add(place);
    return null;
  };
  for (const place of steps.keys()) {
    const circle = walk(place, []);
    if (circle) return circle.flatMap((at) => steps[at]?.key ?? []);
  }
  return null;
};
