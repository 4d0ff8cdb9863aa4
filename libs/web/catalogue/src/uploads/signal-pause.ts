const longestMs = 20_000;

/** A while, longer with each try that came to nothing; shorter when the device says that its signal is back. */
export function signalPause(tries: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(longestMs, 500 * 2 ** tries));
    window.addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}
