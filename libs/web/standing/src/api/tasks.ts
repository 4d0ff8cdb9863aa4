import type { Task, TaskPage, TaskQuery } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

/** The first few of one's open tasks, and how many there are. */
export const nextTasksQuery = (limit: number) =>
  queryOptions({
    queryKey: ['tasks', 'next', limit],
    queryFn: ({ signal }) => api.get<TaskPage>('/my/tasks', { signal, query: { limit } }),
    throwOnError: false,
  });

export const tasksQuery = (state: TaskQuery['state']) =>
  infiniteQueryOptions({
    queryKey: ['tasks', state],
    queryFn: ({ signal, pageParam }) => api.get<TaskPage>('/my/tasks', { signal, query: { state, cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Says that a task is done, or takes that back. What shows tasks and routes is read again. */
export function useDoTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, step, note }: { id: string; step: 'done' | 'undo'; note: string }) =>
      api.post<Task>(`/tasks/${id}/${step}`, { note }),
    onSettled: () =>
      Promise.all(['tasks', 'today', 'record'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
