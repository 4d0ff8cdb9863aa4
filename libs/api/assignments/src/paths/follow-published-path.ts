import { Injectable, type OnModuleInit } from '@nestjs/common';
import { londonDate } from '@lms/domain';
import { Subscribers } from '@lms/api-platform';
import { movePeople } from '../moves/move-people.js';
import { GivePaths } from './give-paths.js';

/**
 * A path that has just been published is given to the starters who were planned before it; whoever is on an earlier
 * version moves to it where its author said so.
 */
@Injectable()
export class FollowPublishedPath implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly givePaths: GivePaths,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('path-version.published', async (tx, { payload }, at) => {
      const pathVersionId = payload['pathVersionId'];
      if (!pathVersionId) return;
      const given = { at, today: londonDate(at) };
      await movePeople(tx, given, pathVersionId);
      await this.givePaths.run(tx, given, { pathVersionId });
    });
  }
}
