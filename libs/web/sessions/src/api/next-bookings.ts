import type { MyBookingPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

/** The first few of one's own that are coming; for pages that stand without them. */
export const nextBookingsQuery = (limit: number) =>
  queryOptions({
    queryKey: [...sessionKeys.mine, 'next', limit],
    queryFn: ({ signal }) => api.get<MyBookingPage>('/my/bookings', { signal, query: { show: 'coming', limit } }),
    throwOnError: false,
  });
