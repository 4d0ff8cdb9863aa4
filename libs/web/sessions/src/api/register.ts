import type { SessionRegister } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';
import { sessionKeys } from './keys.js';

/** How soon is looked again who has signed in meanwhile. */
const EVERY_MS = 5000;

export const registerQuery = (id: string) =>
  queryOptions({
    queryKey: sessionKeys.register(id),
    queryFn: ({ signal }) => api.get<SessionRegister>(`/sessions/${id}/register`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.state === 'planned' ? EVERY_MS : false),
  });
