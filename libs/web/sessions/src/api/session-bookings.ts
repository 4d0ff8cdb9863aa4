import type { SessionBookingPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

/** Who is booked, who waits and who was cancelled, of those whom the reader sees. */
export const sessionBookingsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: sessionKeys.bookings(id),
    queryFn: ({ signal, pageParam }) =>
      api.get<SessionBookingPage>(`/sessions/${id}/bookings`, { signal, query: { limit: 100, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
