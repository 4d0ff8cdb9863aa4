import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';

/** Everything that changes a rule makes what was read of rules old. */
export function useChange<Values, Answer>(change: (values: Values) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ruleKeys.all }),
  });
}
