import type { Launch } from '@lms/contracts';
import { NOTE_PREFIX } from '@lms/domain';
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
  maxTimeAllowed: null,
  timeLimitAction: null,
  completionThreshold: null,
  done: false,
});

const given = (element: string | null, value: string | number | null): Record<string, string> =>
  element === null || value === null ? {} : { [element]: String(value) };

/**
 * Puts a saved state back into a runtime that has not been initialised. Element by element: one value that the runtime no
 * longer takes must not cost the others; an empty one is what every element starts with. Answers the elements it did not take.
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
    ...given(dialect.passingScore, state.masteryScore),
    ...given(dialect.launchData, state.dataFromLms),
    ...given(dialect.maxTimeAllowed, state.maxTimeAllowed),
    ...given(dialect.timeLimitAction, state.timeLimitAction),
    ...given(dialect.completionThreshold, state.completionThreshold),
  };
  for (const element of inRestoreOrder(Object.keys(state.elements))) {
    const value = state.elements[element] ?? '';
    const leftOut = value === '' || element.startsWith(NOTE_PREFIX) || dialect.perVisit.test(element);
    if (!(element in ours) && !leftOut) put(element, value);
  }
  for (const [element, value] of Object.entries(ours)) put(element, value);
  return refused;
}
