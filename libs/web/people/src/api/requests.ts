import type {
  AskRequest,
  AssignmentRequest,
  AssignmentRequestPage,
  CataloguePage,
  DecisionRequest,
  PathPage,
  PreviewRequest,
  RequestPreview,
  ToDecide,
  ToDecidePage,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { Choice } from '../fields/choice.js';
import { peopleKeys } from './keys.js';

export const requestsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.requests, 'asked'],
    queryFn: ({ signal, pageParam }) =>
      api.get<AssignmentRequestPage>('/assignment-requests', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const toDecideQuery = () =>
  infiniteQueryOptions({
    queryKey: [...peopleKeys.requests, 'to-decide'],
    queryFn: ({ signal, pageParam }) => api.get<ToDecidePage>('/decisions', { signal, query: { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Courses as whoever asks finds them in the catalogue. */
export const courseChoices = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.requests, 'courses', q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.get<CataloguePage>('/catalogue', { signal, query: { q, limit: 20 } });
      return items.map(({ courseId, title, code }) => ({
        value: courseId,
        label: title.map(({ text }) => text).join(''),
        detail: code,
      }));
    },
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

/** Paths that are published. */
export const pathChoices = (q: string) =>
  queryOptions({
    queryKey: [...peopleKeys.requests, 'paths', q],
    queryFn: async ({ signal }): Promise<Choice[]> => {
      const { items } = await api.get<PathPage>('/paths', { signal, query: { q, limit: 20 } });
      return items
        .filter(({ publishedNumber }) => publishedNumber !== null)
        .map(({ id, title, code }) => ({ value: id, label: title, detail: code }));
    },
    placeholderData: keepPreviousData,
    throwOnError: false,
  });

export const previewRequest = (request: PreviewRequest): Promise<RequestPreview> =>
  api.post<RequestPreview>('/assignment-requests/preview', request);

const DECIDED_AT: Readonly<Record<ToDecide['kind'], string>> = {
  exemption: 'exemptions',
  extension: 'learner-requests',
  enrolment: 'learner-requests',
  request: 'assignment-requests',
};

/** Asks, decides and takes back; requests, and what people owe, are read anew. */
export function useRequestChanges() {
  const client = useQueryClient();
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done;
    await Promise.all([peopleKeys.requests, peopleKeys.all].map((queryKey) => client.invalidateQueries({ queryKey })));
    return answer;
  };
  return {
    ask: (request: AskRequest) => then(api.post<AssignmentRequest>('/assignment-requests', request)),
    decide: ({ kind, id }: Pick<ToDecide, 'kind' | 'id'>, request: DecisionRequest) =>
      then(api.post(`/${DECIDED_AT[kind]}/${id}/decision`, request)),
    withdraw: (id: string, why: string) =>
      then(api.post(`/assignment-requests/${id}/withdrawal`, { personId: null, why })),
  };
}
