import type { Problems, ProblemState, ReportedProblem, ReportProblemRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

export const reportProblem = (activityId: string, request: ReportProblemRequest) =>
  api.post<{ id: string }>(`/my/activities/${activityId}/problems`, request);

export const problemsQuery = (courseId: string, state: ProblemState) =>
  infiniteQueryOptions({
    queryKey: ['problems', courseId, state],
    queryFn: ({ signal, pageParam }) =>
      api.get<Problems>(`/courses/${courseId}/problems`, { query: { state, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const problemQuery = (id: string) =>
  queryOptions({
    queryKey: ['problem', id],
    queryFn: ({ signal }) => api.get<ReportedProblem>(`/problems/${id}`, { signal }),
  });

export const settleProblem = (id: string, version: number, state: ProblemState) =>
  api.put<ReportedProblem>(`/problems/${id}`, { state }, { version });
