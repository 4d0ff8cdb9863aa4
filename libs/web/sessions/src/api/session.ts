import type { TrainingSession } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: sessionKeys.one(id),
    queryFn: ({ signal }) => api.get<TrainingSession>(`/sessions/${id}`, { signal }),
  });
