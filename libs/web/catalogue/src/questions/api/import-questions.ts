import type { QuestionImportResult } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { questionKeys } from './keys.js';

/** Sends a file with questions; a dry run only says what it would change. */
export function useImportQuestions(bankId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ csv, dryRun }: { csv: Blob; dryRun: boolean }) =>
      api.post<QuestionImportResult>(`/question-banks/${bankId}/import`, new Blob([csv], { type: 'text/csv' }), {
        query: { dryRun: dryRun ? 'yes' : 'no' },
      }),
    onSuccess: (result) => (result.dryRun ? undefined : client.invalidateQueries({ queryKey: questionKeys.banks })),
  });
}

/** Where a bank can be downloaded as a file for a spreadsheet. */
export const exportAddress = (bankId: string): string => `/api/v1/question-banks/${bankId}/export.csv`;
