import { useEffect } from 'react';

const WAIT = 2000;

/** Fetches the list of the other pages once there is nothing else to do, so that the next page does not wait for it. */
export function useLaterRoutes(): void {
  useEffect(() => {
    const fetchList = () => void import('../later-routes.js').catch(() => undefined);
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(fetchList, WAIT);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchList);
    return () => cancelIdleCallback(idle);
  }, []);
}
