import { Injectable } from '@nestjs/common';
import { Conflict, type Ctx } from '@lms/api-platform';
import type { AcknowledgeRequest, CommitResult } from '@lms/contracts';
import { Acknowledgements } from './acknowledgements.js';

/** "I have read this": by whom, and of exactly which bytes. */
@Injectable()
export class Acknowledge {
  constructor(private readonly acknowledgements: Acknowledgements) {}

  async run(ctx: Ctx, attemptId: string, { sha256, name }: AcknowledgeRequest): Promise<CommitResult> {
    const courseDone = await this.acknowledgements.add({ attemptId, personId: ctx.actor.personId, sha256, name });
    if (courseDone === null) {
      throw new Conflict(
        'document-changed',
        'This is not the document that you were given. Open it again, then acknowledge it.',
      );
    }
    return { acknowledged: [], superseded: false, activityDone: true, courseDone };
  }
}
