import { describe, expect, it } from '@jest/globals';
import { missingInPath, type StepFacts } from './path-ready.js';

const step: StepFacts = {
  path: 'stages.0.steps.0',
  kind: 'course',
  title: 'Fatigue',
  published: true,
  need: null,
  of: null,
};

describe('what is missing in a path', () => {
  it('is a step when there is none', () => {
    expect(missingInPath([]).map((field) => field.path)).toEqual(['stages']);
  });

  it('is a published version of a course', () => {
    const missing = missingInPath([step, { ...step, path: 'stages.1.steps.0', published: false }]);
    expect(missing).toEqual([
      { path: 'stages.1.steps.0.courseId', message: 'The course “Fatigue” has no published version yet.' },
    ]);
  });

  it('is something to do when there are milestones alone', () => {
    expect(missingInPath([{ ...step, kind: 'milestone', published: null }]).map(({ path }) => path)).toEqual([
      'stages',
    ]);
  });

  it('is something to choose from', () => {
    const paths = (of: number) => missingInPath([{ ...step, need: 2, of }]).map(({ path }) => path);
    expect([paths(2), paths(3)]).toEqual([['stages.0.steps.0.choice'], []]);
  });

  it('is nothing when every course is published', () => {
    expect(missingInPath([step])).toEqual([]);
  });
});
