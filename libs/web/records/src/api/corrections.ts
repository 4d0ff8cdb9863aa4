import type {
  CompletionEntry,
  Consequences,
  Corrected,
  CoursePage,
  RecordCompletionRequest,
  TakeBackRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** One completion, for whoever may take it back. */
export const entryQuery = (personId: string, seq: number) =>
  queryOptions({
    queryKey: ['record', personId, 'entry', seq],
    queryFn: ({ signal }) => api.get<CompletionEntry>(`/people/${personId}/completions/${seq}`, { signal }),
  });

/** What would follow from taking an entry back; nothing is asked while there is no reason. */
export const takeBackPreviewQuery = (personId: string, seq: number, request: TakeBackRequest | null) =>
  queryOptions({
    queryKey: ['take-back', personId, seq, request],
    queryFn: ({ signal }) =>
      api.post<Consequences>(`/people/${personId}/completions/${seq}/take-back/preview`, request, { signal }),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    throwOnError: false,
    retry: false,
    staleTime: 0,
  });

/** What would follow from recording; nothing is asked while the form is not whole. */
export const recordPreviewQuery = (personId: string, request: RecordCompletionRequest | null) =>
  queryOptions({
    queryKey: ['record-completion', personId, request],
    queryFn: ({ signal }) => api.post<Consequences>(`/people/${personId}/completions/preview`, request, { signal }),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    throwOnError: false,
    retry: false,
    staleTime: 0,
  });

export function useTakeBack(personId: string, seq: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: TakeBackRequest) =>
      api.post<Corrected>(`/people/${personId}/completions/${seq}/take-back`, request),
    onSuccess: () =>
      Promise.all([['record', personId], ['recorded']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export function useRecordCompletion(personId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RecordCompletionRequest) => api.post<Corrected>(`/people/${personId}/completions`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record', personId] }),
  });
}

/** Published courses by title, for a list to choose from. */
export const choosableCoursesQuery = () =>
  queryOptions({
    queryKey: ['courses', 'choosable'],
    queryFn: ({ signal }) => api.get<CoursePage>('/courses', { signal, query: { state: 'published', limit: 100 } }),
  });
