import type { QuestionBank } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { questionKeys } from './keys.js';

export const bankQuery = (id: string) =>
  queryOptions({
    queryKey: questionKeys.bank(id),
    queryFn: ({ signal }) => api.get<QuestionBank>(`/question-banks/${id}`, { signal }),
  });
