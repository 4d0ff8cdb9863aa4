import { useEffect, useState } from 'react';

const longestTimer = 2_000_000_000;

/** Whether a moment has come, by the server's clock as it was `serverNow` when this was first asked. */
export function useReached(moment: string | null, serverNow: string): boolean {
  const [reached, setReached] = useState(() => moment === null || moment <= serverNow);
  useEffect(() => {
    const left = moment === null ? 0 : Date.parse(moment) - Date.parse(serverNow);
    setReached(left <= 0);
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setReached(true), Math.min(left, longestTimer));
    return () => clearTimeout(timer);
  }, [moment, serverNow]);
  return reached;
}
