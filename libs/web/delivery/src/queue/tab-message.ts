import type { Launch } from '@lms/contracts';

/** What the tabs of one browser tell each other. */
export type TabMessage = { type: 'changed' } | { type: 'launched'; attemptId: string; number: number };

/** True when another tab has begun a later launch of the same attempt. */
export function isNewer(message: TabMessage, mine: Pick<Launch, 'attemptId' | 'number'>): boolean {
  return message.type === 'launched' && message.attemptId === mine.attemptId && message.number > mine.number;
}
