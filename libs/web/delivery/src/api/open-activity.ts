import type { Launch, OpenedActivity } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

/** Opened anew at each visit: the token in it ends. */
export const openedQuery = (activityId: string) =>
  queryOptions({
    queryKey: ['opened-activity', activityId],
    queryFn: ({ signal }) => api.post<OpenedActivity>(`/my/activities/${activityId}/open`, undefined, { signal }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    // What could not be opened without a signal opens by itself once it is back; what is open is left alone.
    refetchOnReconnect: ({ state }) => state.data === undefined,
  });

export const beginLaunch = (attemptId: string) => api.post<Launch>(`/my/attempts/${attemptId}/launches`);
