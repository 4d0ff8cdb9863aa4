import type { Launch } from '@lms/contracts';
import type { Dialect, Engine } from './dialect.js';
import { inRestoreOrder } from './restore-order.js';

export type ScoState = Launch['states'][number];

export const freshState = (sco: string): ScoState => ({
  sco,
  elements: {},
  entry: 'ab-initio',
  totalTime: 0,
  masteryScore: null,
  dataFromLms: null,
  done: false,
});

/**
 * Puts a saved state back into a runtime that has not been initialised. Element by element: one value that the runtime no
 * longer takes must not cost the others. Answers the elements it did not take.
 */
export function restore(engine: Engine, dialect: Dialect, state: ScoState, learner: Launch['learner']): string[] {
  const refused: string[] = [];
  const put = (element: string, value: string): void => {
    try {
      if (engine.setCMIValue(element, value) !== 'true') refused.push(element);
    } catch {
      refused.push(element);
    }
  };
  const ours: Record<string, string> = {
    ...dialect.fixed,
    [dialect.learnerId]: learner.id,
    [dialect.learnerName]: learner.name,
    [dialect.entry]: state.entry,
    [dialect.totalTime]: dialect.duration(state.totalTime),
    ...(state.masteryScore !== null && { [dialect.passingScore]: String(state.masteryScore) }),
    ...(state.dataFromLms !== null && { [dialect.launchData]: state.dataFromLms }),
  };
  for (const element of inRestoreOrder(Object.keys(state.elements))) {
    if (!(element in ours) && !dialect.perVisit.test(element)) put(element, state.elements[element] ?? '');
  }
  for (const [element, value] of Object.entries(ours)) put(element, value);
  return refused;
}
