import { Module } from '@nestjs/common';
import { FollowEngagement } from './engagements/follow-engagement.js';
import { FollowPublishedPath } from './paths/follow-published-path.js';
import { GivePaths } from './paths/give-paths.js';
import { EnrolMyself } from './self-enrolment/enrol-myself.js';
import { SelfEnrolmentController } from './self-enrolment/self-enrolment.controller.js';
import { WithdrawMyself } from './self-enrolment/withdraw-myself.js';

@Module({
  controllers: [SelfEnrolmentController],
  providers: [GivePaths, FollowEngagement, FollowPublishedPath, EnrolMyself, WithdrawMyself],
})
export class AssignmentsModule {}
