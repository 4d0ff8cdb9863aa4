import { Injectable, type OnModuleInit } from '@nestjs/common';
import { londonDate } from '@lms/domain';
import { Subscribers, type Tx } from '@lms/api-platform';
import { followTasks, openPathsOf } from '../paths/follow-tasks.js';
import { GivePaths } from '../paths/give-paths.js';
import type { Given } from '../paths/given.js';
import { handOnTasks } from '../paths/hand-on-tasks.js';
import { closeEnded } from './close-ended.js';
import { moveAnchors } from './move-anchors.js';

/** Looks at a person again whenever one of their engagements was saved: computes from what stands now, applies no deltas. */
@Injectable()
export class FollowEngagement implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly givePaths: GivePaths,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('engagement.saved', async (tx, { personId, payload }, at) => {
      const engagementId = payload['engagementId'];
      if (!personId || !engagementId) return;
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 5))', [personId]);
      await this.follow(tx, { at, today: londonDate(at) }, { engagementId, personId });
    });
  }

  async follow(
    tx: Tx,
    given: Given,
    { engagementId, personId }: { engagementId: string; personId: string },
  ): Promise<void> {
    await closeEnded(tx, given, [engagementId]);
    await handOnTasks(tx, given, [personId]);
    await moveAnchors(tx, given, engagementId);
    await this.givePaths.run(tx, given, { engagementId });
    // The line manager may be another one, and the first or the last day another day.
    await followTasks(tx, given, await openPathsOf(tx, engagementId));
  }
}
