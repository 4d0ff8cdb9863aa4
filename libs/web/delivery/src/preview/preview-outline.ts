import type { CourseOutline } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const previewOutlineQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['preview-outline', versionId],
    queryFn: ({ signal }) => api.get<CourseOutline>(`/course-versions/${versionId}/preview`, { signal }),
    refetchOnWindowFocus: false,
  });
