import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

/**
 * Holds the way to another page until `leave` has resolved or failed: content says its last words while its frame is still
 * there. Said once, however often somebody presses a link meanwhile; then the way goes where the last of them leads.
 */
export function useLastWords(leave: () => Promise<unknown>): void {
  const leaving = useRef<Promise<unknown> | null>(null);
  const said = useRef(leave);
  useEffect(() => {
    said.current = leave;
  }, [leave]);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    let latest = true;
    const proceed = (): void => {
      if (latest) blocker.proceed();
    };
    leaving.current ??= said.current();
    leaving.current.then(proceed, proceed);
    return () => {
      latest = false;
    };
  }, [blocker]);
}
