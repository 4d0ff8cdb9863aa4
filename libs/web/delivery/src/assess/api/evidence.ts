import type {
  AcceptEvidenceRequest,
  Created,
  EvidenceChecked,
  EvidenceChoices,
  EvidencePage,
  EvidenceQuery,
  EvidenceSheet,
  EvidenceStatus,
  FoundPeople,
  StoredEvidenceFile,
  SubmitEvidenceRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { asBytes } from './assessments.js';

export const evidenceStatusQuery = (personId: string, activityId: string) =>
  queryOptions({
    queryKey: ['evidence', 'status', personId, activityId],
    queryFn: ({ signal }) =>
      api.get<EvidenceStatus>(`/evidence/people/${personId}/activities/${activityId}`, { signal }),
    staleTime: 0,
  });

/** Whose: of an organisation with the tiers below it, of a scheme; everybody's without. */
export type EvidenceOf = Pick<EvidenceQuery, 'organisationId' | 'schemeId'>;

export const evidenceListQuery = (list: EvidenceQuery['list'], q: string, of: EvidenceOf = {}) =>
  infiniteQueryOptions({
    queryKey: ['evidence', 'list', list, q, of],
    queryFn: ({ signal, pageParam }) =>
      api.get<EvidencePage>('/evidence', { signal, query: { list, q, ...of, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const evidenceSheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['evidence', 'sheet', id],
    queryFn: ({ signal }) => api.get<EvidenceSheet>(`/evidence/${id}`, { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

export const evidencePeopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['evidence', 'people', q],
    queryFn: ({ signal }) => api.get<FoundPeople>('/evidence/people', { signal, query: { q } }),
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

export const evidenceChoicesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['evidence', 'choices', personId],
    queryFn: ({ signal }) => api.get<EvidenceChoices>(`/evidence/people/${personId}`, { signal }),
    throwOnError: false,
  });

export const sendEvidenceFile = (id: string, name: string, file: Blob) =>
  api.put<StoredEvidenceFile>(`/evidence/files/${id}`, asBytes(file), { query: { name } });

export const submitEvidence = (request: SubmitEvidenceRequest) => api.post<Created>('/evidence', request);

export const acceptEvidence = (id: string, request: AcceptEvidenceRequest) =>
  api.post<EvidenceChecked>(`/evidence/${id}/accept`, request);

export const returnEvidence = (id: string, reason: string) =>
  api.post<EvidenceChecked>(`/evidence/${id}/return`, { reason });
