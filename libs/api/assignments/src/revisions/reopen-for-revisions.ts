import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, londonDate, READ_AGAIN_DAYS } from '@lms/domain';
import { Subscribers } from '@lms/api-platform';

/**
 * A version that has just been published and whose author wants everyone to read a document's new revision: whoever had
 * finished the course owes it once more. Their completion stays and counts until that is overdue.
 */
@Injectable()
export class ReopenForRevisions implements OnModuleInit {
  constructor(private readonly subscribers: Subscribers) {}

  onModuleInit(): void {
    this.subscribers.on('course-version.published', async (tx, { payload }, at) => {
      const versionId = payload['courseVersionId'];
      if (!versionId) return;
      const today = londonDate(at);
      await tx.query('select reopen_for_revisions($1, $2, $3, $4)', [
        versionId,
        today,
        addDays(today, READ_AGAIN_DAYS),
        at,
      ]);
    });
  }
}
