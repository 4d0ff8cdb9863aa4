import type { PrivacyNotice } from '@lms/contracts';
import { api, meQuery } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const privacyNoticeQuery = () =>
  queryOptions({
    queryKey: ['privacy-notice'],
    queryFn: ({ signal }) => api.get<PrivacyNotice>('/privacy-notice', { signal }),
  });

export function useAcceptPrivacyNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) => api.post('/me/privacy-notice', { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
}
