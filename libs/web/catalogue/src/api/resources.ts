import type {
  AddedResource,
  LibraryContent,
  ReadAgain,
  ReplacedResource,
  ReplacePlan,
  ReplaceThen,
  Resource,
  ResourceKind,
  ResourcePage,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export interface ResourceFilter {
  q?: string;
  kind?: ResourceKind;
}

export const resourcesQuery = (filter: ResourceFilter) =>
  infiniteQueryOptions({
    queryKey: [...catalogueKeys.resources, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<ResourcePage>('/resources', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const resourceQuery = (id: string) =>
  queryOptions({
    queryKey: catalogueKeys.resource(id),
    queryFn: ({ signal }) => api.get<Resource>(`/resources/${id}`, { signal }),
  });

export const replacePlanQuery = (id: string) =>
  queryOptions({
    queryKey: [...catalogueKeys.resource(id), 'plan'],
    queryFn: ({ signal }) => api.get<ReplacePlan>(`/resources/${id}/replace`, { signal }),
    gcTime: 0,
    throwOnError: false,
  });

/** Renewed well before the token ends; kept longer than any page. */
export const libraryContentQuery = () =>
  queryOptions({
    queryKey: catalogueKeys.libraryContent,
    queryFn: ({ signal }) => api.get<LibraryContent>('/library-content', { signal }),
    staleTime: 40 * 60_000,
    refetchInterval: 45 * 60_000,
    refetchOnWindowFocus: true,
    throwOnError: false,
  });

export const addResource = (uploadId: string) => api.post<AddedResource>('/resources', { uploadId });
export const renameResource = ({ id, version }: Pick<Resource, 'id' | 'version'>, title: string) =>
  api.put<Resource>(`/resources/${id}`, { title }, { version });
export const replaceResource = (
  { id, version }: Pick<Resource, 'id' | 'version'>,
  request: { uploadId: string; then: ReplaceThen; readAgain: ReadAgain },
) => api.post<ReplacedResource>(`/resources/${id}/replace`, request, { version });
export const addResourceCaptions = (id: string, request: { uploadId: string; language: string; label: string }) =>
  api.post<Resource>(`/resources/${id}/captions`, request);
export const spreadResource = (id: string, then: ReplaceThen) =>
  api.post<ReplacedResource>(`/resources/${id}/spread`, { then });
