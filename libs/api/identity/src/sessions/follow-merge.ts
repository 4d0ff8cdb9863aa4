import { Subscribers } from '@lms/api-platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EndSessions } from './end-sessions.js';

/** Whoever was signed in to an entry that is read as another now, or no longer is, signs in again. */
@Injectable()
export class FollowMerge implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly endSessions: EndSessions,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('people.merged', async (tx, { payload }) => {
      if (payload['otherId']) await this.endSessions.all(tx, payload['otherId'], 'merged');
    });
    // Either of the two may have signed in as the person since.
    this.subscribers.on('people.unmerged', async (tx, { personId }) => {
      if (personId) await this.endSessions.all(tx, personId, 'unmerged');
    });
  }
}
