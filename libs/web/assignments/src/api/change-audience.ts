import type { Audience, Created, SaveAudienceRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';
import { useChange } from './use-change.js';

/** Also what was refused is read anew: somebody else may have changed it meanwhile. */
function useAudienceChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ruleKeys.audiences }),
  });
}

export const useRenameAudience = ({ id, version, predicate }: Audience) =>
  useAudienceChange((name: string) => api.put<Audience>(`/audiences/${id}`, { name, predicate }, { version }));
export const useDeleteAudience = ({ id, version }: Audience) =>
  useAudienceChange(() => api.delete(`/audiences/${id}`, { version }));
export const useChangeAudience = (id: string) =>
  useAudienceChange(({ version, ...request }: SaveAudienceRequest & { version: number }) =>
    api.put<Audience>(`/audiences/${id}`, request, { version }),
  );

/** The next version of a rule, with the audience as it is now. */
export const useStartWith = (audienceId: string) =>
  useChange((ruleId: string) => api.post<Created>(`/audiences/${audienceId}/versions`, { ruleId }));
