import type { Reviews } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

export const reviewsQuery = () =>
  queryOptions({ queryKey: catalogueKeys.reviews, queryFn: ({ signal }) => api.get<Reviews>('/reviews', { signal }) });
