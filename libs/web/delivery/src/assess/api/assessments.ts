import type {
  AssessmentSheet,
  BeginAssessmentRequest,
  Created,
  FoundPeople,
  PracticalChoices,
  SaveAssessmentRequest,
  SavedAssessment,
  SignAssessmentRequest,
  SignedAssessment,
  ToAssessPage,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';

export const toAssessQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['assessments', 'waiting', q],
    queryFn: ({ signal, pageParam }) =>
      api.get<ToAssessPage>('/assessments/waiting', { signal, query: { q, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const learnersQuery = (q: string) =>
  queryOptions({
    queryKey: ['assessments', 'people', q],
    queryFn: ({ signal }) => api.get<FoundPeople>('/assessments/people', { signal, query: { q } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

export const practicalChoicesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['assessments', 'choices', personId],
    queryFn: ({ signal }) => api.get<PracticalChoices>(`/assessments/people/${personId}`, { signal }),
    throwOnError: false,
  });

/** What the assessor does stands in the draft from then on; a refetch would pull the paper away from under the pen. */
export const sheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['assessment', id],
    queryFn: ({ signal }) => api.get<AssessmentSheet>(`/assessments/${id}`, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const beginAssessment = (request: BeginAssessmentRequest) => api.post<Created>('/assessments', request);

export const saveAssessment = (id: string, request: SaveAssessmentRequest, version: number) =>
  api.put<SavedAssessment>(`/assessments/${id}`, request, { version });

export const signAssessment = (id: string, request: SignAssessmentRequest) =>
  api.post<SignedAssessment>(`/assessments/${id}/sign`, request);

export const dropAssessment = (id: string) => api.delete(`/assessments/${id}`);

export const sendPhoto = (id: string, photoId: string, itemId: string | null, picture: Blob) =>
  api.put(`/assessments/${id}/photos/${photoId}`, asBytes(picture), { query: { itemId } });

export const removePhoto = (id: string, photoId: string) => api.delete(`/assessments/${id}/photos/${photoId}`);

/** The API looks at the bytes themselves, so it takes no other type. */
export const asBytes = (file: Blob): Blob => new Blob([file], { type: 'application/octet-stream' });
