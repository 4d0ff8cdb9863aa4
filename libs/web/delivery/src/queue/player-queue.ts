import type { CommitQueue } from './commit-queue.js';
import type { Fetch } from './send-batch.js';

/** What a player needs of a queue: the real one, or one that forgets everything. */
export type PlayerQueue = Pick<
  CommitQueue,
  'subscribe' | 'snapshot' | 'onEvent' | 'follow' | 'lead' | 'add' | 'flushAll'
> & {
  /** How else a visit reaches the server; the browser's own way without it. */
  readonly request?: Fetch;
};
