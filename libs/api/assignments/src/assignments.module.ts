import { Module } from '@nestjs/common';
import { AssignmentsFacade } from './assignments.facade.js';
import { AudiencesController } from './audiences/audiences.controller.js';
import { CountAudience } from './audiences/count-audience.js';
import { PredicateNames } from './audiences/predicate-names.js';
import { ReadAudiences } from './audiences/read-audiences.js';
import { WriteAudiences } from './audiences/write-audiences.js';
import { ChooseBuddy } from './buddy/choose-buddy.js';
import { FollowEngagement } from './engagements/follow-engagement.js';
import { FollowPublishedPath } from './paths/follow-published-path.js';
import { GivePaths } from './paths/give-paths.js';
import { RulesController } from './rules/rules.controller.js';
import { RULE_PROVIDERS } from './rules/rules.providers.js';
import { RuleVersionsController } from './rules/rule-versions.controller.js';
import { EnrolMyself } from './self-enrolment/enrol-myself.js';
import { SelfEnrolmentController } from './self-enrolment/self-enrolment.controller.js';
import { WithdrawMyself } from './self-enrolment/withdraw-myself.js';
import { DoTask } from './tasks/do-task.js';
import { MyTasks } from './tasks/my-tasks.js';
import { TasksController } from './tasks/tasks.controller.js';
import { GetWhy } from './why/get-why.js';
import { WhyController } from './why/why.controller.js';

@Module({
  controllers: [
    SelfEnrolmentController,
    TasksController,
    AudiencesController,
    RulesController,
    RuleVersionsController,
    WhyController,
  ],
  providers: [
    GivePaths,
    FollowEngagement,
    FollowPublishedPath,
    EnrolMyself,
    WithdrawMyself,
    MyTasks,
    DoTask,
    ChooseBuddy,
    PredicateNames,
    CountAudience,
    ReadAudiences,
    WriteAudiences,
    ...RULE_PROVIDERS,
    GetWhy,
    AssignmentsFacade,
  ],
  exports: [AssignmentsFacade],
})
export class AssignmentsModule {}
