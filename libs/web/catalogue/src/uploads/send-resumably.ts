import { ApiProblem } from '@lms/web-platform';
import type { Attempt } from './tus-attempt.js';

export interface Sending extends Attempt {
  /** There is no way through at present: it is tried again until there is. */
  onWaiting: () => void;
}

export interface SendDeps {
  attempt: (attempt: Attempt) => Promise<string>;
  /** Has a session that has run out renewed. Throws when it is over. */
  renew: () => Promise<unknown>;
  /** Until it is worth trying again; the number counts tries in a row that came to nothing. */
  pause: (tries: number, signal?: AbortSignal) => Promise<void>;
}

/** A request that may work by itself a little later: no signal, too much at once, a place that moved on meanwhile. */
export const passing = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  (error.status === 0 || [409, 429].includes(error.status) || error.status >= 500) &&
  error.code !== 'too-many-unfinished';

/** In a row, without a byte that got through between them. */
const mostRenewals = 2;

/**
 * Sends a file however long it takes: goes on where it stopped when the signal comes back, and renews the session when it
 * has run out. Answers the upload's id. Throws {@link ApiProblem} for what trying again does not change, and the signal's
 * reason.
 */
export async function sendResumably(sending: Sending, deps: SendDeps): Promise<string> {
  let [tries, renewals, reached] = [0, 0, -1];
  const onProgress = (percent: number): void => {
    if (percent > reached) [tries, renewals, reached] = [0, 0, percent];
    sending.onProgress(percent);
  };
  for (;;) {
    try {
      return await deps.attempt({ ...sending, onProgress });
    } catch (error) {
      sending.signal?.throwIfAborted();
      if (error instanceof ApiProblem && error.status === 401 && renewals < mostRenewals) {
        renewals += 1;
        await deps.renew();
        continue;
      }
      if (!passing(error)) throw error;
      tries += 1;
      sending.onWaiting();
      await deps.pause(tries, sending.signal);
    }
  }
}
