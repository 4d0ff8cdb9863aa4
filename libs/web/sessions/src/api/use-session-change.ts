import { useMutation, useQueryClient } from '@tanstack/react-query';

/**
 * Something that is done to a session or a booking: what stands on other pages changes with it, and is read again. `done` is
 * called before that, also where what asked for it is shown no more by then.
 */
export function useSessionChange<Given, Answer>(
  change: (given: Given) => Promise<Answer>,
  done?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => done?.(answer),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
  });
}
