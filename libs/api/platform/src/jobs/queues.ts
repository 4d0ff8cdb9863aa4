import type { QueueOptions } from 'pg-boss';

/** Every queue there is; made by the migration step, because the API may not create anything. */
export const QUEUES = {
  'process-upload': { retryLimit: 3, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'read-file-text': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 1800, heartbeatSeconds: 60 },
  'work-equivalence': { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'follow-rules': { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  imports: { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'make-data-file': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'make-list-file': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'run-schedule': { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 900 },
  'forget-files': { retryLimit: 10, retryDelay: 5, retryBackoff: true, expireInSeconds: 900 },
  // A mail server that is away for most of a day loses nothing. Longer than a delivery can take: see mail/mail-claim.ts.
  'send-mail': { retryLimit: 24, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 2700 },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof QUEUES;

/** Queues of many short jobs: how many one worker has in hand at a time. Of all others it does one after the other. */
export const AT_ONCE: Partial<Record<QueueName, number>> = { 'send-mail': 8 };

/** Each job says which row it is about; the row itself is read when the job runs. */
export interface JobData {
  id: string;
}
