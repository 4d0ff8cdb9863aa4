import type { QueueStatus } from '../queue/queue-status.js';

/** Saves that do not go through the commit queue, such as the answers of a quiz. */
export interface OtherSaves extends Pick<QueueStatus, 'waiting' | 'offline' | 'lastSavedAt'> {
  /** The activity itself says what waits, so the mark at the top can be short. */
  explained?: boolean;
}

let current: OtherSaves | null = null;
const listeners = new Set<() => void>();

/** What the activity that is open says of its own saves; null when it has none. */
export const otherSaves = {
  report(saves: OtherSaves | null): void {
    current = saves;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  read: (): OtherSaves | null => current,
};

/** Both together: what waits anywhere waits. */
export const together = (queue: QueueStatus, other: OtherSaves | null): OtherSaves =>
  other
    ? {
        waiting: queue.waiting + other.waiting,
        offline: (queue.waiting > 0 && queue.offline) || other.offline,
        lastSavedAt: other.lastSavedAt ?? queue.lastSavedAt,
        explained: other.explained === true && queue.waiting === 0,
      }
    : queue;
