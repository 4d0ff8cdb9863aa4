import { useCallback, useSyncExternalStore } from 'react';

/** Phones: one column, a bar at the bottom, cards instead of tables. The style sheets use the same figure. */
export const phone = '(max-width: 45em)';

/** Whether the media query holds now; false where there is no screen. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query)?.matches ?? false);
}
