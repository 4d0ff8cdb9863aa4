import type { CataloguePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CatalogueFilter } from '../filter-params.js';
import { browseKeys } from './keys.js';

export const cataloguePageQuery = (filter: CatalogueFilter) =>
  infiniteQueryOptions({
    queryKey: [...browseKeys.pages, filter],
    queryFn: ({ signal, pageParam }) =>
      api.get<CataloguePage>('/catalogue', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
