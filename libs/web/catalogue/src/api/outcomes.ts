import type { CataloguePage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** The outcomes that published courses serve already. A form without them works as well. */
export const outcomesQuery = () =>
  queryOptions({
    queryKey: [...catalogueKeys.courses, 'outcomes'],
    queryFn: async ({ signal }) => {
      const page = await api.get<CataloguePage>('/catalogue', { signal, query: { limit: 1 } });
      return page.facets?.outcome.map(({ value }) => value) ?? [];
    },
    throwOnError: false,
    retry: false,
  });
