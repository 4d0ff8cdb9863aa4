import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKeys } from './keys.js';

/** One step in the life of a version. `return` carries the reason. */
export type VersionStep = 'submit' | 'publish' | 'retire' | { return: string };

/** Takes a step; everything that shows versions is read again, also after a refusal, because somebody may have been faster. */
export function useVersionStep(kind: 'course-versions' | 'path-versions', versionId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (step: VersionStep) =>
      typeof step === 'string'
        ? api.post(`/${kind}/${versionId}/${step}`)
        : api.post(`/${kind}/${versionId}/return`, { reason: step.return }),
    onSettled: () => client.invalidateQueries({ queryKey: catalogueKeys.all }),
  });
}
