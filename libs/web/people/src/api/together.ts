import type { BulkChanged, BulkChangeRequest, BulkPreview } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { peopleKeys } from './keys.js';

export const previewTogether = (request: BulkChangeRequest) =>
  api.post<BulkPreview>('/people/bulk-changes/preview', request);

/** Changes many people as previewed; the lists are read again. */
export function useChangeTogether() {
  const client = useQueryClient();
  return useCallback(
    async (request: BulkChangeRequest, { facts }: BulkPreview): Promise<BulkChanged> => {
      const changed = await api.post<BulkChanged>('/people/bulk-changes', { ...request, facts });
      void client.invalidateQueries({ queryKey: peopleKeys.all });
      return changed;
    },
    [client],
  );
}
