import { describe, expect, it } from '@jest/globals';
import type { QuizAnswer } from './question.js';
import { afterSave, type SavedState } from './saved-answers.js';

const yes: QuizAnswer = { type: 'true-false', value: true };
const no: QuizAnswer = { type: 'true-false', value: false };
const empty: SavedState = { version: 0, answers: {}, changeFrom: 0, lastChange: {} };
const saved = (state: SavedState | null, seen: number, changes: Record<string, QuizAnswer | null>): SavedState => {
  const next = state && afterSave(state, seen, changes);
  if (!next) throw new Error('refused');
  return next;
};

describe('saving answers', () => {
  it('adds what changed and takes away what is null', () => {
    const first = saved(empty, 0, { a: yes, b: no });
    const second = saved(first, 1, { b: null, c: yes });
    expect([second.version, second.answers]).toEqual([2, { a: yes, c: yes }]);
  });

  it('is refused to a window that has not seen what another saved', () => {
    const state = saved(empty, 0, { a: yes });
    expect(afterSave(state, 0, { b: yes })).toBeNull();
    expect(afterSave(state, 0, { a: no })).toBeNull();
    expect(afterSave(state, 2, { a: yes })).toBeNull();
    expect(afterSave(saved(state, 1, { b: yes }), 0, { a: yes })).toBeNull();
  });

  it('is accepted again from a window whose answer got lost, also with more', () => {
    const state = saved(empty, 0, { a: yes });
    expect(saved(state, 0, { a: yes }).answers).toEqual({ a: yes });
    const more = saved(state, 0, { a: yes, b: { type: 'matching', pairs: { x: '1', y: '2' } } });
    // The database turns keys around.
    const again = saved(more, 0, { b: { pairs: { y: '2', x: '1' }, type: 'matching' }, a: yes, c: no });
    expect([again.version, Object.keys(again.answers)]).toEqual([3, ['a', 'b', 'c']]);
    expect(afterSave(again, 0, { a: yes, b: null })).toBeNull();
  });
});
