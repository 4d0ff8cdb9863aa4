import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Something that is done to a session or a booking: what stands on other pages changes with it, and is read again. */
export function useSessionChange<Given, Answer>(change: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
  });
}
