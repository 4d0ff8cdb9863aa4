import { QUEUES, Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';

/** Whether the running job about an upload will not be tried again; the queue itself counts. */
@Injectable()
export class LastTry {
  constructor(private readonly sql: Sql) {}

  async isNow(uploadId: string): Promise<boolean> {
    const job = await this.sql.row<{ tries: number }>(
      'upload-job-tries',
      `select retry_count as tries from pgboss.job
       where name = 'process-upload' and data ->> 'id' = $1 and state = 'active' order by retry_count desc limit 1`,
      [uploadId],
    );
    return job !== undefined && job.tries >= QUEUES['process-upload'].retryLimit;
  }
}
