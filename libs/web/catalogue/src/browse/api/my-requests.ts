import type { AskForMyself, Created, MyRequests } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

const key = ['my-requests'] as const;

/** What one has asked for oneself. */
export const myRequestsQuery = () =>
  queryOptions({
    queryKey: key,
    queryFn: ({ signal }) => api.get<MyRequests>('/my/requests', { signal }),
    throwOnError: false,
  });

export function useAskForMyself() {
  const client = useQueryClient();
  const then = async <T>(done: Promise<T>): Promise<T> => {
    const answer = await done;
    await client.invalidateQueries({ queryKey: key });
    return answer;
  };
  return {
    ask: (request: AskForMyself) => then(api.post<Created>('/my/requests', request)),
    withdraw: (id: string) => then(api.delete(`/my/requests/${id}`)),
  };
}
