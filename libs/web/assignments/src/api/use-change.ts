import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

/** What a preview found stays as it was found, and goes when another one takes its place: it is never asked for again. */
const [OF_RULES, PREVIEWS] = ruleKeys.previews;

/** Everything that changes a rule makes what was read of rules old. */
export function useChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      client.invalidateQueries({
        queryKey: [OF_RULES],
        predicate: ({ queryKey }) => queryKey[1] !== PREVIEWS,
      }),
  });
}
