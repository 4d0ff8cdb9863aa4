import type { InTheMiddle } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** Who is in the middle of a version before this one. People go on learning: it is asked each time it is shown. */
export const inTheMiddleQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['in-the-middle', versionId],
    queryFn: ({ signal }) => api.get<InTheMiddle>(`/course-versions/${versionId}/in-the-middle`, { signal }),
    staleTime: 0,
    throwOnError: false,
  });
