import { useEffect } from 'react';

/** Keeps the screen from going dark while the page is shown, where the device lets it. */
export function useKeptAwake(): void {
  useEffect(() => {
    let lock: { release: () => Promise<void> } | undefined;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      const got = await navigator.wakeLock?.request('screen').catch(() => undefined);
      if (left) void got?.release();
      else lock = got;
    };
    const again = () => void hold();
    again();
    document.addEventListener('visibilitychange', again);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release().catch(() => undefined);
    };
  }, []);
}
