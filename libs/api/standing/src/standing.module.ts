import { AssignmentsModule } from '@lms/api-assignments';
import { Module } from '@nestjs/common';
import { GetOrganisationStanding } from './organisation/get-organisation-standing.js';
import { GetPathProgress } from './path-progress/get-path-progress.js';
import { GetPersonRecord } from './record/get-person-record.js';
import { StandingController } from './standing.controller.js';
import { GetToday } from './today/get-today.js';

@Module({
  imports: [AssignmentsModule],
  controllers: [StandingController],
  providers: [GetToday, GetPersonRecord, GetPathProgress, GetOrganisationStanding],
})
export class StandingModule {}
