import type { CourseOutline } from '@lms/contracts';
import { api } from '@lms/web-platform';

/** Gives up what was begun in an earlier version and begins this one. */
export const startNewVersion = (courseId: string, courseVersionId: string) =>
  api.post<CourseOutline>(`/my/courses/${courseId}/new-version`, { courseVersionId });
