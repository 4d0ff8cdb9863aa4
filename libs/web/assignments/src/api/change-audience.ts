import type { Audience } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

function useAudienceChange<Values>(change: (values: Values) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ruleKeys.audiences }),
  });
}

export const useRenameAudience = ({ id, version, predicate }: Audience) =>
  useAudienceChange((name: string) => api.put<Audience>(`/audiences/${id}`, { name, predicate }, { version }));
export const useDeleteAudience = ({ id, version }: Audience) =>
  useAudienceChange(() => api.delete(`/audiences/${id}`, { version }));
