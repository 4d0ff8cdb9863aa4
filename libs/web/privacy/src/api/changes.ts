import { useQueryClient } from '@tanstack/react-query';
import { privacyKeys } from './keys.js';

/** Runs a change; everything about data protection and people is read anew after it, also when it failed. */
export function useChange() {
  const client = useQueryClient();
  return async <T>(change: Promise<T>): Promise<T> => {
    try {
      return await change;
    } finally {
      await Promise.all(
        [privacyKeys.all, ['people']].map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })),
      );
    }
  };
}
