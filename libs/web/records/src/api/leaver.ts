import type { LeaverRecord } from '@lms/contracts';
import { api, isProblem } from '@lms/web-platform';
import { queryOptions, useMutation } from '@tanstack/react-query';

/** What a leaver's link opens; null when it opens nothing any more. */
export const leaverQuery = (token: string) =>
  queryOptions({
    queryKey: ['leaver', token],
    queryFn: async (): Promise<LeaverRecord | null> => {
      try {
        return await api.post<LeaverRecord>('/leaver-links/look', { token });
      } catch (error) {
        if (isProblem(error, 'link-not-valid') || isProblem(error, 'invalid')) return null;
        throw error;
      }
    },
  });

/** Fetches the record as a file, with the token in the body, and hands it to the browser to keep. */
export const useRecordFile = (token: string, name: string) =>
  useMutation({
    mutationFn: async (kind: 'pdf' | 'csv') => {
      const address = URL.createObjectURL(await api.file(`/leaver-links/record.${kind}`, { token }));
      const link = document.createElement('a');
      link.href = address;
      link.download = `${name}.${kind}`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
