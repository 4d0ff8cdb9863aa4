import { describe, expect, it } from '@jest/globals';
import { SavePathStep } from '@lms/contracts';
import { wrongSteps } from './check-steps.js';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const course = (n: number, after: number[] = []) =>
  SavePathStep.parse({ key: id(n), courseId: id(100 + n), after: after.map(id) });
const task = (n: number, more: object = {}) =>
  SavePathStep.parse({ key: id(n), kind: 'task', title: `Task ${n}`, doer: 'buddy', ...more });
const wrong = (steps: SavePathStep[], sequential = false) =>
  wrongSteps({
    sequential,
    stages: [{ title: 'First day', dayOffset: 0, choices: [{ key: id(50), need: 1 }], steps }],
  });

describe('the steps of a path', () => {
  it('are well when each says what its kind needs', () => {
    expect(wrong([course(1), task(2, { after: [id(1)] }), task(3, { choice: id(50) })])).toEqual([]);
  });

  it.each([
    ['a course without one', { courseId: null }, 'courseId'],
    ['a task without a title', { kind: 'task', doer: 'buddy', title: ' ' }, 'title'],
    ['a task of nobody', { kind: 'task', title: 'Walk round' }, 'doer'],
    ['a course that somebody does', { courseId: id(9), doer: 'buddy' }, 'doer'],
    ['an optional milestone', { kind: 'milestone', title: 'Ready', optional: true }, 'kind'],
    ['an unknown prerequisite', { courseId: id(9), after: [id(8)] }, 'after'],
    ['an unknown choice', { courseId: id(9), choice: id(51) }, 'choice'],
    ['an optional one of a choice', { courseId: id(9), choice: id(50), optional: true }, 'optional'],
  ])('are wrong: %s', (_name, step, field) => {
    expect(wrong([SavePathStep.parse(step)]).map(({ path }) => path)).toEqual([`stages.0.steps.0.${field}`]);
  });

  it('stand in it once', () => {
    expect(wrong([course(1), course(1)]).map(({ path }) => path)).toEqual(['stages.0.steps.1.key']);
  });

  it('do not wait for each other in a circle, which is named', () => {
    expect(wrong([task(1, { after: [id(2)] }), task(2, { after: [id(1)] })])).toEqual([
      {
        path: 'stages.0.steps.0.after',
        message: '“Task 1” would wait for itself: “Task 1”, which waits for “Task 2”, which waits for “Task 1”.',
      },
    ]);
  });
});
