import type { Today } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions } from '@tanstack/react-query';

export const todayQuery = () =>
  queryOptions({ queryKey: ['today'], queryFn: ({ signal }) => api.get<Today>('/my/today', { signal }) });
