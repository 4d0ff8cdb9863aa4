import type { MyBookingPage } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

export const myBookingsQuery = (show: 'coming' | 'past') =>
  infiniteQueryOptions({
    queryKey: [...sessionKeys.mine, show],
    queryFn: ({ signal, pageParam }) =>
      api.get<MyBookingPage>('/my/bookings', { signal, query: { show, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Where a booking is had as an entry for a calendar. */
export const calendarAddress = (bookingId: string): string => `/api/v1/my/bookings/${bookingId}/calendar`;
