import { CatalogueModule } from '@lms/api-catalogue';
import { Module } from '@nestjs/common';
import { AssignmentsFacade } from './assignments.facade.js';
import { AudienceHistoryQuery } from './audiences/audience-history.js';
import { AudienceList } from './audiences/audience-list.js';
import { AudiencePageController } from './audiences/audience-page.controller.js';
import { AudienceRulesQuery } from './audiences/audience-rules.js';
import { AudiencesController } from './audiences/audiences.controller.js';
import { CompareAudience } from './audiences/compare-audience.js';
import { CountAudience } from './audiences/count-audience.js';
import { PredicateNames } from './audiences/predicate-names.js';
import { ReadAudiences } from './audiences/read-audiences.js';
import { WriteAudiences } from './audiences/write-audiences.js';
import { ChooseBuddy } from './buddy/choose-buddy.js';
import { AskExemption } from './exemptions/ask-exemption.js';
import { DecideExemption } from './exemptions/decide-exemption.js';
import { EndExemption } from './exemptions/end-exemption.js';
import { ExtendDue } from './extensions/extend-due.js';
import { FollowEngagement } from './engagements/follow-engagement.js';
import { FollowEnds } from './engagements/follow-ends.js';
import { LeaveOfAbsence } from './leave/leave.js';
import { PreviewLeave } from './leave/preview-leave.js';
import { FollowPublishedPath } from './paths/follow-published-path.js';
import { GivePaths } from './paths/give-paths.js';
import { GetPersonAssignments } from './person/get-person-assignments.js';
import { PersonAssignmentsController } from './person/person-assignments.controller.js';
import { AskForMyself } from './requests/ask-for-myself.js';
import { AskRequest } from './requests/ask-request.js';
import { DecideLearnerRequest } from './requests/decide-learner-request.js';
import { DecideRequest } from './requests/decide-request.js';
import { LearnerRequestsController } from './requests/learner-requests.controller.js';
import { ListRequests } from './requests/list-requests.js';
import { ListToDecide } from './requests/list-to-decide.js';
import { MyRequests } from './requests/my-requests.js';
import { PreviewRequest } from './requests/preview-request.js';
import { RequestLists } from './requests/request-lists.js';
import { RequestsController } from './requests/requests.controller.js';
import { WithdrawRequest } from './requests/withdraw-request.js';
import { RuleEndsController } from './rules/ending/rule-ends.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { RULE_PROVIDERS } from './rules/rules.providers.js';
import { RuleVersionsController } from './rules/rule-versions.controller.js';
import { ReopenForRevisions } from './revisions/reopen-for-revisions.js';
import { EnrolMyself } from './self-enrolment/enrol-myself.js';
import { SelfEnrolmentController } from './self-enrolment/self-enrolment.controller.js';
import { WithdrawMyself } from './self-enrolment/withdraw-myself.js';
import { DoTask } from './tasks/do-task.js';
import { MyTasks } from './tasks/my-tasks.js';
import { TaskList } from './tasks/task-list.js';
import { TasksController } from './tasks/tasks.controller.js';
import { GetWhy } from './why/get-why.js';
import { WhyController } from './why/why.controller.js';

@Module({
  imports: [CatalogueModule],
  controllers: [
    SelfEnrolmentController,
    TasksController,
    PersonAssignmentsController,
    RequestsController,
    LearnerRequestsController,
    AudiencesController,
    AudiencePageController,
    RuleEndsController,
    RulesController,
    RuleVersionsController,
    WhyController,
  ],
  providers: [
    GivePaths,
    FollowEngagement,
    FollowEnds,
    FollowPublishedPath,
    ReopenForRevisions,
    EnrolMyself,
    WithdrawMyself,
    MyTasks,
    TaskList,
    DoTask,
    ChooseBuddy,
    GetPersonAssignments,
    ExtendDue,
    AskExemption,
    DecideExemption,
    EndExemption,
    LeaveOfAbsence,
    PreviewLeave,
    PreviewRequest,
    AskRequest,
    DecideRequest,
    AskForMyself,
    DecideLearnerRequest,
    MyRequests,
    WithdrawRequest,
    ListRequests,
    ListToDecide,
    RequestLists,
    PredicateNames,
    CountAudience,
    CompareAudience,
    AudienceRulesQuery,
    AudienceHistoryQuery,
    ReadAudiences,
    AudienceList,
    WriteAudiences,
    ...RULE_PROVIDERS,
    GetWhy,
    AssignmentsFacade,
  ],
  exports: [AssignmentsFacade],
})
export class AssignmentsModule {}
