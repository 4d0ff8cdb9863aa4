import type { PersonAttempts, RuntimeLog } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const runtimeLogQuery = (courseId: string, attemptId: string) =>
  queryOptions({
    queryKey: ['runtime-log', courseId, attemptId],
    queryFn: ({ signal }) => api.get<RuntimeLog>(`/courses/${courseId}/attempts/${attemptId}/log`, { signal }),
  });

export const personAttemptsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-attempts', personId],
    queryFn: ({ signal }) => api.get<PersonAttempts>(`/people/${personId}/attempts`, { signal }),
  });
