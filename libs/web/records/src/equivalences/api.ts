import type {
  CountedPeople,
  CreateEquivalenceRequest,
  Created,
  EndEquivalenceRequest,
  Equivalence,
  EquivalencePage,
  EquivalencePreview,
  EquivalenceTermsRequest,
  OrganisationPage,
  OutsideQualifications,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';

const keys = { all: ['equivalences'] as const };

export const equivalencesQuery = (q: string, show: string, courseId: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keys.all, 'list', q, show, courseId],
    queryFn: ({ signal, pageParam }) =>
      api.get<EquivalencePage>('/equivalences', {
        signal,
        query: { q, show, cursor: pageParam, ...(courseId ? { courseId } : {}) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

const isRunning = (one: Equivalence | undefined): boolean =>
  one !== undefined &&
  [...one.versions, ...one.ends].some(({ run }) => run !== null && run !== undefined && run.doneAt === null);

/** Asked again every second while people are worked through. */
export const equivalenceQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.all, 'one', id],
    queryFn: ({ signal }) => api.get<Equivalence>(`/equivalences/${id}`, { signal }),
    refetchInterval: (query) => (isRunning(query.state.data) ? 1000 : false),
  });

/** The same, until it is worked out. */
export const previewQuery = (id: string | null) =>
  queryOptions({
    queryKey: ['equivalence-preview', id],
    queryFn: ({ signal }) => api.get<EquivalencePreview>(`/equivalence-previews/${id}`, { signal }),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data && query.state.data.doneAt === null ? 700 : false),
    staleTime: Infinity,
  });

export const previewPeopleQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['equivalence-preview', id, 'people'],
    queryFn: ({ signal, pageParam }) =>
      api.get<CountedPeople>(`/equivalence-previews/${id}/people`, { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What was named before, so that it is written the same way. */
export const outsideQuery = () =>
  queryOptions({
    queryKey: ['outside-qualifications'],
    queryFn: ({ signal }) => api.get<OutsideQualifications>('/outside-qualifications', { signal }),
    throwOnError: false,
  });
export const companiesQuery = () =>
  queryOptions({
    queryKey: ['organisations', 'choosable'],
    queryFn: ({ signal }) => api.get<OrganisationPage>('/organisations', { signal, query: { limit: 100 } }),
  });

/** Everything that changes an equivalence makes what was read of them old. */
function useChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  });
}

export const useCreate = () =>
  useChange((request: CreateEquivalenceRequest) => api.post<Created>('/equivalences', request));
export const useStartVersion = (id: string) => useChange(() => api.post<Equivalence>(`/equivalences/${id}/versions`));
export const useDiscard = (versionId: string) =>
  useChange((version: number) => api.delete(`/equivalence-versions/${versionId}`, { version }));
export const usePreview = (versionId: string) =>
  useChange(() => api.post<EquivalencePreview>(`/equivalence-versions/${versionId}/preview`));
export type Step = 'propose' | 'apply';
export const useStep = (versionId: string) =>
  useChange(({ step, previewId }: { step: Step; previewId: string }) =>
    api.post<Equivalence>(`/equivalence-versions/${versionId}/${step}`, { previewId }),
  );
export const useReturn = (versionId: string) =>
  useChange((reason: string) => api.post<Equivalence>(`/equivalence-versions/${versionId}/return`, { reason }));
export const saveTerms = (versionId: string, version: number, request: EquivalenceTermsRequest) =>
  api.put<Equivalence>(`/equivalence-versions/${versionId}`, request, { version });
export const useEndPreview = (id: string) =>
  useChange(() => api.post<EquivalencePreview>(`/equivalences/${id}/end/preview`));
export const useEnd = (id: string) =>
  useChange((request: EndEquivalenceRequest) => api.post<Equivalence>(`/equivalences/${id}/end`, request));
export const useDecideEnd = (endId: string) =>
  useChange((approve: boolean) => api.post<Equivalence>(`/equivalence-ends/${endId}/decide`, { approve }));
