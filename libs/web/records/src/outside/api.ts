import type { Consequences, OutsideRecorded, RecordOutsideRequest, TakeBackAwardRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const preview = (key: readonly unknown[], url: string, request: object | null) =>
  queryOptions({
    queryKey: [...key, request],
    queryFn: ({ signal }) => api.post<Consequences>(url, request, { signal }),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    throwOnError: false,
    retry: false,
    staleTime: 0,
  });

/** What would follow from recording; nothing is asked while the form is not whole. */
export const awardPreviewQuery = (personId: string, request: RecordOutsideRequest | null) =>
  preview(['outside-award', personId], `/people/${personId}/outside-awards/preview`, request);
export const takeBackAwardPreviewQuery = (personId: string, awardId: string, request: TakeBackAwardRequest) =>
  preview(
    ['outside-award-back', personId, awardId],
    `/people/${personId}/outside-awards/${awardId}/take-back/preview`,
    request,
  );

function useChange<Values, Answer>(personId: string, change: (values: Values) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['record', personId] }),
  });
}
export const useRecordAward = (personId: string) =>
  useChange(personId, (request: RecordOutsideRequest) =>
    api.post<OutsideRecorded>(`/people/${personId}/outside-awards`, request),
  );
export const useTakeBackAward = (personId: string, awardId: string) =>
  useChange(personId, (request: TakeBackAwardRequest) =>
    api.post(`/people/${personId}/outside-awards/${awardId}/take-back`, request),
  );
