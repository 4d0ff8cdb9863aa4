import { describe, expect, it } from '@jest/globals';
import { missingInPath } from './path-ready.js';

const step = { path: 'stages.0.steps.0', courseTitle: 'Fatigue', published: true };

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

  it('is nothing when every course is published', () => {
    expect(missingInPath([step])).toEqual([]);
  });
});
