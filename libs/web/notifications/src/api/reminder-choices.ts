import type { OptionalTopic, ReminderChoices } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

export const reminderChoicesQuery = () =>
  queryOptions({
    queryKey: ['reminder-choices'],
    queryFn: ({ signal }) => api.get<ReminderChoices>('/my/reminders', { signal }),
  });

/** Shown at once, and taken back when it could not be kept. */
export function useChooseTopic() {
  const client = useQueryClient();
  const { queryKey } = reminderChoicesQuery();
  return useMutation({
    mutationFn: ({ topic, mail }: { topic: OptionalTopic; mail: boolean }) =>
      api.put(`/my/reminders/${topic}`, { mail }),
    onMutate: async ({ topic, mail }) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(
        queryKey,
        (known) =>
          known && { ...known, topics: known.topics.map((each) => (each.topic === topic ? { ...each, mail } : each)) },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
