import type { Created, Question, SaveQuestionRequest } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { questionKeys } from './keys.js';
import { questionQuery } from './questions.js';

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: questionKeys.banks });

function keep(client: QueryClient, question: Question): Promise<void> {
  client.setQueryData(questionQuery(question.id).queryKey, question);
  return refresh(client);
}

export function useAddQuestion(bankId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SaveQuestionRequest) => api.post<Created>(`/question-banks/${bankId}/questions`, request),
    onSuccess: () => refresh(client),
  });
}

/** Saves a question; `version` is the one that was read. */
export function useSaveQuestion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ request, version }: { request: SaveQuestionRequest; version: number }) =>
      api.put<Question>(`/questions/${id}`, request, { version }),
    onSuccess: (question) => keep(client, question),
  });
}

/** Takes a question out of use, or back into it. What was published with it keeps it. */
export function useRetireQuestion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (retire: boolean) => api.post<Question>(`/questions/${id}/${retire ? 'retire' : 'restore'}`),
    onSuccess: (question) => keep(client, question),
  });
}
