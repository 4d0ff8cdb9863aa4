import type { CatalogueCourse } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { browseKeys } from './keys.js';

export const catalogueCourseQuery = (courseId: string) =>
  queryOptions({
    queryKey: browseKeys.course(courseId),
    queryFn: ({ signal }) => api.get<CatalogueCourse>(`/catalogue/${courseId}`, { signal }),
  });
