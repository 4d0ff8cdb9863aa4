import { Module } from '@nestjs/common';
import { FollowEngagement } from './engagements/follow-engagement.js';
import { FollowPublishedPath } from './paths/follow-published-path.js';
import { GivePaths } from './paths/give-paths.js';

@Module({ providers: [GivePaths, FollowEngagement, FollowPublishedPath] })
export class AssignmentsModule {}
