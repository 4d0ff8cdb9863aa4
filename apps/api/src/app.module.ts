import path from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { AssignmentsModule } from '@lms/api-assignments';
import { CatalogueModule } from '@lms/api-catalogue';
import { DeliveryModule } from '@lms/api-delivery';
import { IdentityModule } from '@lms/api-identity';
import { ImportsModule } from '@lms/api-imports';
import { NotificationsModule } from '@lms/api-notifications';
import { PeopleModule } from '@lms/api-people';
import { type Clock, type Configuration, PlatformModule } from '@lms/api-platform';
import { PrivacyModule } from '@lms/api-privacy';
import { RecordsModule } from '@lms/api-records';
import { ReportingModule } from '@lms/api-reporting';
import { SessionsModule } from '@lms/api-sessions';
import { StandingModule } from '@lms/api-standing';

/** Everything there is, put together; nothing else happens here. */
@Module({})
export class AppModule {
  static with(configuration: Configuration, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(configuration, clock),
        ImportsModule,
        PeopleModule,
        IdentityModule,
        CatalogueModule,
        RecordsModule,
        AssignmentsModule,
        DeliveryModule.with(path.resolve(import.meta.dirname, '../../content-frame/dist')),
        SessionsModule,
        StandingModule,
        PrivacyModule,
        NotificationsModule,
        ReportingModule,
      ],
    };
  }
}
