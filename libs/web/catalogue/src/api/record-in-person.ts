import type { RecordInPersonRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation } from '@tanstack/react-query';

/** How many people it was recorded for, and how many had done it already. */
export interface RecordedInPerson {
  recorded: number;
  already: number;
}

export const useRecordInPerson = () =>
  useMutation({
    mutationFn: ({ activityId, request }: { activityId: string; request: RecordInPersonRequest }) =>
      api.post<RecordedInPerson>(`/activities/${activityId}/in-person`, request),
  });
