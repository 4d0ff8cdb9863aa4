import type { QueueOptions } from 'pg-boss';

/** Every queue there is; made by the migration step, because the API may not create anything. */
export const QUEUES = {
  'process-upload': { retryLimit: 3, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'read-file-text': { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 1800, heartbeatSeconds: 60 },
  'follow-rules': { retryLimit: 5, retryDelay: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60 },
  'send-mail': { retryLimit: 8, retryDelay: 10, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 120 },
} as const satisfies Record<string, QueueOptions>;

export type QueueName = keyof typeof QUEUES;

/** Each job says which row it is about; the row itself is read when the job runs. */
export interface JobData {
  id: string;
}
