import { describe, expect, it } from '@jest/globals';
import { placedCourses, wrongCourses } from './check-courses.js';

const step = (courseId: string) => ({ courseId, optional: false });

describe('the courses of a path', () => {
  const stages = [
    { title: 'Before', dayOffset: -7, steps: [step('a'), step('b')] },
    { title: 'First day', dayOffset: 0, steps: [step('a'), step('c')] },
  ];

  it('are named where they stand', () => {
    expect(placedCourses(stages)).toContainEqual({ courseId: 'a', path: 'stages.0.steps.0.courseId' });
  });

  it('stand in it once and exist', () => {
    expect(wrongCourses(placedCourses(stages), new Set(['a', 'b']))).toEqual([
      { path: 'stages.1.steps.0.courseId', message: 'This course is in the path already.' },
      { path: 'stages.1.steps.1.courseId', message: 'There is no such course.' },
    ]);
  });
});
