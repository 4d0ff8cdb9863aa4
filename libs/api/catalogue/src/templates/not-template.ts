import { Conflict } from '@lms/api-platform';
import type { CourseEntity } from '../courses/course.entity.js';

/** Conflict `template`: what others are made from is not taught itself. */
export function assertNoTemplate({ template }: Pick<CourseEntity, 'template'>): void {
  if (template) throw new Conflict('template', 'This is a template. Make a course from it, and publish that one.');
}
