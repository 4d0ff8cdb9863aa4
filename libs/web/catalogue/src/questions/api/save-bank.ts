import type { Created, QuestionBank, SaveBankRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { bankQuery } from './bank.js';
import { questionKeys } from './keys.js';

/** Makes a bank. */
export function useCreateBank() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SaveBankRequest) => api.post<Created>('/question-banks', request),
    onSuccess: () => client.invalidateQueries({ queryKey: questionKeys.banks }),
  });
}

/** Saves what a bank is called; `version` is the one that was read. */
export function useSaveBank(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, version }: { request: SaveBankRequest; version: number }) =>
      api.put<QuestionBank>(`/question-banks/${id}`, request, { version }),
    onSuccess: (bank) => {
      client.setQueryData(bankQuery(id).queryKey, bank);
      return client.invalidateQueries({ queryKey: [...questionKeys.banks, 'list'] });
    },
  });
}
