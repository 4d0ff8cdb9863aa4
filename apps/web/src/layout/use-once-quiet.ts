import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** For how long nothing is fetched once a page has what it needs, in milliseconds. */
const QUIET = 300;

/**
 * Runs what can wait once for each key, when the page has everything: on a poor signal nothing goes before what is looked
 * at. Without a key it waits for one.
 */
export function useOnceQuiet(key: string | undefined, run: (key: string) => void): void {
  const fetching = useIsFetching();
  const ranFor = useRef<string>(undefined);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (key === undefined || key === ranFor.current || fetching > 0) return undefined;
    const timer = setTimeout(() => {
      ranFor.current = key;
      latest.current(key);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [key, fetching]);
}
