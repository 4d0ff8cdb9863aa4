import type { AppSetUp, RecoveryCodes, SecondFactor } from '@lms/contracts';
import { api, meQuery } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const secondFactorQuery = () =>
  queryOptions({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => api.get<SecondFactor>('/me/second-factor', { signal }),
  });

const own = '/me/second-factor';

/** Once confirmed, everything that was refused can be asked for again. */
export function useShowCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.post('/auth/second-factor', { code }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
}

export const useBeginApp = () => useMutation({ mutationFn: () => api.post<AppSetUp>(`${own}/app`) });

export function useConfirmApp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => api.post<RecoveryCodes>(`${own}/app/confirm`, { code }),
    onSuccess: () => client.invalidateQueries({ queryKey: secondFactorQuery().queryKey }),
  });
}

export function useRemoveWay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (way: string) => api.delete(`${own}/${way}`),
    onSuccess: () => client.invalidateQueries({ queryKey: secondFactorQuery().queryKey }),
  });
}

export function useNewCodes() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<RecoveryCodes>(`${own}/recovery-codes`),
    onSuccess: () => client.invalidateQueries({ queryKey: secondFactorQuery().queryKey }),
  });
}
