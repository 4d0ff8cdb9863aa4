import { Module } from '@nestjs/common';
import { AuditList } from './audit/audit-list.js';
import { AuditController } from './audit/audit.controller.js';
import { GetAudit } from './audit/get-audit.js';
import { ChaseController } from './chase/chase.controller.js';
import { ChasePeople } from './chase/chase-people.js';
import { CrewController } from './crew/crew.controller.js';
import { CrewLists } from './crew/crew-lists.js';
import { GetCrew } from './crew/get-crew.js';
import { AskListFile } from './files/ask-list-file.js';
import { EndListFiles } from './files/end-list-files.js';
import { ListFilesController } from './files/list-files.controller.js';
import { MakeListFile } from './files/make-list-file.js';
import { OpenListFile } from './files/open-list-file.js';
import { ReadListFiles } from './files/read-list-files.js';
import { TellOfFile } from './files/tell-of-file.js';
import { GetMatrix } from './matrix/get-matrix.js';
import { MatrixController } from './matrix/matrix.controller.js';
import { MatrixList } from './matrix/matrix-list.js';
import { MatrixRows } from './matrix/matrix-rows.js';
import { MatrixWords } from './matrix/matrix-words.js';
import { OverdueList } from './matrix/overdue-list.js';
import { GetLearners } from './overview/get-learners.js';
import { GetOverview } from './overview/get-overview.js';
import { LearnerLists } from './overview/learner-lists.js';
import { OverviewController } from './overview/overview.controller.js';
import { AuditPack } from './pack/audit-pack.js';
import { FindPackSubject } from './pack/pack-subject.js';
import { WritePack } from './pack/write-pack.js';
import { AddSchedule } from './schedules/add-schedule.js';
import { BeginDueRuns } from './schedules/begin-due-runs.js';
import { ChangeState } from './schedules/change-state.js';
import { DeliverList } from './schedules/deliver-list.js';
import { ReadRuns } from './schedules/read-runs.js';
import { ReadSchedules } from './schedules/read-schedules.js';
import { ReceivedSchedules } from './schedules/received-schedules.js';
import { ReceivedSchedulesController } from './schedules/received-schedules.controller.js';
import { RunNow } from './schedules/run-now.js';
import { RunSchedule } from './schedules/run-schedule.js';
import { SaveSchedule } from './schedules/save-schedule.js';
import { ScheduleList } from './schedules/schedule-list.js';
import { ScheduleStatesController } from './schedules/schedule-states.controller.js';
import { SchedulesController } from './schedules/schedules.controller.js';
import { ReadViews } from './views/read-views.js';
import { ViewsController } from './views/views.controller.js';
import { WriteViews } from './views/write-views.js';

@Module({
  controllers: [
    AuditController,
    OverviewController,
    MatrixController,
    ViewsController,
    ChaseController,
    CrewController,
    ListFilesController,
    ReceivedSchedulesController,
    SchedulesController,
    ScheduleStatesController,
  ],
  providers: [
    AddSchedule,
    AskListFile,
    AuditList,
    AuditPack,
    BeginDueRuns,
    ChangeState,
    ChasePeople,
    CrewLists,
    DeliverList,
    EndListFiles,
    FindPackSubject,
    GetAudit,
    GetCrew,
    GetLearners,
    GetMatrix,
    GetOverview,
    LearnerLists,
    MakeListFile,
    MatrixList,
    MatrixRows,
    MatrixWords,
    OpenListFile,
    OverdueList,
    ReadListFiles,
    ReadRuns,
    ReadSchedules,
    ReadViews,
    ReceivedSchedules,
    RunNow,
    RunSchedule,
    SaveSchedule,
    ScheduleList,
    TellOfFile,
    WritePack,
    WriteViews,
  ],
})
export class ReportingModule {}
