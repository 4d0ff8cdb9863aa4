import { useMe } from '@lms/web-platform';
import { useSyncExternalStore } from 'react';
import type { CommitQueue } from '../queue/commit-queue.js';
import { queueOf } from '../queue/person-queue.js';
import type { QueueStatus } from '../queue/queue-status.js';

/** This person's queue, and what it has to say. */
export function useQueue(): { queue: CommitQueue; status: QueueStatus } {
  const { personId } = useMe();
  const queue = queueOf(personId);
  const status = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return { queue, status };
}
