import { AssignmentsModule } from '@lms/api-assignments';
import { Module } from '@nestjs/common';
import { KeepStandingDays } from './days/keep-standing-days.js';
import { LeaverLimits } from './leavers/leaver-limits.js';
import { LeaverLinks } from './leavers/leaver-links.js';
import { LeaverLinksController } from './leavers/leaver-links.controller.js';
import { OpenLeaverLink } from './leavers/open-leaver-link.js';
import { SendLeaverLinks } from './leavers/send-leaver-links.js';
import { GetOrganisationStanding } from './organisation/get-organisation-standing.js';
import { PeopleModule } from '@lms/api-people';
import { GetAsOf } from './as-of/get-as-of.js';
import { GetPathProgress } from './path-progress/get-path-progress.js';
import { ProgressList } from './path-progress/progress-list.js';
import { GetPersonRecord } from './record/get-person-record.js';
import { RecordController } from './record/record.controller.js';
import { StandingFacade } from './standing.facade.js';
import { StandingController } from './standing.controller.js';
import { GetToday } from './today/get-today.js';

@Module({
  imports: [AssignmentsModule, PeopleModule],
  controllers: [StandingController, RecordController, LeaverLinksController],
  providers: [
    GetToday,
    GetPersonRecord,
    GetPathProgress,
    ProgressList,
    GetOrganisationStanding,
    GetAsOf,
    KeepStandingDays,
    LeaverLimits,
    LeaverLinks,
    OpenLeaverLink,
    SendLeaverLinks,
    StandingFacade,
  ],
  exports: [StandingFacade],
})
export class StandingModule {}
