import { browserQueue } from './browser-queue.js';
import type { CommitQueue } from './commit-queue.js';

let current: { personId: string; queue: CommitQueue } | undefined;

/** The one queue of this tab; another person who signs in gets another. */
export function queueOf(personId: string): CommitQueue {
  if (current?.personId !== personId) current = { personId, queue: browserQueue(personId) };
  return current.queue;
}

/** Sends what earlier visits could not. Called when the app starts, whatever page it starts on. */
export function sendWhatIsLeft(personId: string): void {
  void queueOf(personId).flushAll();
}
