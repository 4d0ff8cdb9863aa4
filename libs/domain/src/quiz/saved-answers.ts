import type { QuizAnswer } from './question.js';

/** By the id of the question within the run. Null takes an answer away. */
export type AnswerChanges = Readonly<Record<string, QuizAnswer | null>>;
export type Answers = Readonly<Record<string, QuizAnswer>>;

/** What is kept of a run's answers. */
export interface SavedState {
  /** Grows by one with each save. */
  readonly version: number;
  readonly answers: Answers;
  /** What the saves from version `changeFrom` on have set. */
  readonly changeFrom: number;
  readonly lastChange: AnswerChanges;
}

/**
 * The state after a save by a window that last saw `seen`; null when another window has saved since. A window that did
 * not get the answer to its own save sends it again, perhaps with more: what it repeats it knows, so that is accepted.
 */
export const afterSave = (state: SavedState, seen: number, changes: AnswerChanges): SavedState | null => {
  const repeats = seen === state.changeFrom && seen < state.version && holds(changes, state.lastChange);
  if (seen !== state.version && !repeats) return null;
  const answers = Object.fromEntries(
    Object.entries({ ...state.answers, ...changes }).filter(
      (entry): entry is [string, QuizAnswer] => entry[1] !== null,
    ),
  );
  return { version: state.version + 1, answers, changeFrom: seen, lastChange: changes };
};

const holds = (changes: AnswerChanges, known: AnswerChanges): boolean =>
  Object.entries(known).every(([id, answer]) => Object.hasOwn(changes, id) && same(changes[id] ?? null, answer));

/** Equal as JSON, whatever order the database gives keys in. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const [a, b] = [Object.entries(one), new Map(Object.entries(other))];
  return a.length === b.size && a.every(([key, value]) => b.has(key) && same(value, b.get(key)));
}
