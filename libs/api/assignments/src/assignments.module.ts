import { Module } from '@nestjs/common';
import { ChooseBuddy } from './buddy/choose-buddy.js';
import { FollowEngagement } from './engagements/follow-engagement.js';
import { FollowPublishedPath } from './paths/follow-published-path.js';
import { GivePaths } from './paths/give-paths.js';
import { ReopenForRevisions } from './revisions/reopen-for-revisions.js';
import { EnrolMyself } from './self-enrolment/enrol-myself.js';
import { SelfEnrolmentController } from './self-enrolment/self-enrolment.controller.js';
import { WithdrawMyself } from './self-enrolment/withdraw-myself.js';
import { DoTask } from './tasks/do-task.js';
import { MyTasks } from './tasks/my-tasks.js';
import { TasksController } from './tasks/tasks.controller.js';

@Module({
  controllers: [SelfEnrolmentController, TasksController],
  providers: [
    GivePaths,
    FollowEngagement,
    FollowPublishedPath,
    ReopenForRevisions,
    EnrolMyself,
    WithdrawMyself,
    MyTasks,
    DoTask,
    ChooseBuddy,
  ],
})
export class AssignmentsModule {}
