import { Injectable, type OnModuleInit } from '@nestjs/common';
import { londonDate } from '@lms/domain';
import { Subscribers } from '@lms/api-platform';
import { GivePaths } from './give-paths.js';

/** A path that has just been published is given to the starters who were planned before it. */
@Injectable()
export class FollowPublishedPath implements OnModuleInit {
  constructor(
    private readonly subscribers: Subscribers,
    private readonly givePaths: GivePaths,
  ) {}

  onModuleInit(): void {
    this.subscribers.on('path-version.published', async (tx, { payload }, at) => {
      const pathVersionId = payload['pathVersionId'];
      if (pathVersionId) await this.givePaths.run(tx, { at, today: londonDate(at) }, { pathVersionId });
    });
  }
}
