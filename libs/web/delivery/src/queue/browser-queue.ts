import { CommitQueue } from './commit-queue.js';

/** The queue of the signed-in person in this browser. Call `flushAll()` on it once the app has started. */
export function browserQueue(personId: string): CommitQueue {
  return new CommitQueue({
    personId,
    fetch: (url, init) => fetch(url, init),
    now: () => new Date(),
    random: Math.random,
    events: window,
    isOnline: () => navigator.onLine,
    databaseName: 'waymark-commits',
    locks: 'locks' in navigator ? navigator.locks : null,
  });
}
