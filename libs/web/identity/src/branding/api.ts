import type { Branding, KeptLogo, SaveBranding } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

const key = ['branding'] as const;

export const brandingQuery = () =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => api.get<Branding>('/branding', { signal }) });

function useBrandingChange<V>(change: (given: V) => Promise<Branding>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: (saved) => client.setQueryData(key, saved) });
}

export const useSaveBranding = (version: number) =>
  useBrandingChange((draft: SaveBranding) => api.put<Branding>('/branding', draft, { version }));

export const useUndoBranding = (version: number) =>
  useBrandingChange(() => api.post<Branding>('/branding/undo', undefined, { version }));

export const sendLogo = (png: Blob): Promise<KeptLogo> =>
  api.post<KeptLogo>('/branding/logos', new Blob([png], { type: 'application/octet-stream' }));
