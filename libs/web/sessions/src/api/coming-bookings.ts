import type { ComingBookings } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

/** As many people as are asked about at once. */
export const MOST_ASKED = 100;

/** What is booked for these people; of nobody nothing is asked. */
export const comingBookingsQuery = (personIds: readonly string[]) =>
  queryOptions({
    queryKey: [...sessionKeys.coming, personIds],
    queryFn: ({ signal }) =>
      api.get<ComingBookings>('/bookings', { signal, query: { personIds: personIds.join(',') } }),
    enabled: personIds.length > 0,
    throwOnError: false,
  });
