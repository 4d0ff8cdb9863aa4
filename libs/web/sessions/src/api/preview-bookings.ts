import type { BookingDoubt, PeopleBooked } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

/** What would become of each; nothing is changed by asking. */
export const bookingPreviewQuery = (id: string, personIds: readonly string[], despite: readonly BookingDoubt[]) =>
  queryOptions({
    queryKey: [...sessionKeys.previews, id, personIds, despite],
    queryFn: ({ signal }) =>
      api.post<PeopleBooked>(`/sessions/${id}/booking-preview`, { personIds, despite }, { signal }),
    placeholderData: keepPreviousData,
    throwOnError: false,
    staleTime: 0,
  });
