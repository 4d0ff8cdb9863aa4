import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard.js';
import { Audit } from './audit/audit.js';
import { Clock } from './clock/clock.js';
import { openClock } from './clock/test-clock.js';
import { Configuration } from './configuration/configuration.js';
import { Sql } from './database/sql.js';
import { Transactions } from './database/transactions.js';
import { Brands } from './brand/brands.js';
import { BeforeLists } from './freshness/before-lists.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RouteCensus } from './http/route-census.js';
import { validation } from './http/validation.js';
import { Boss } from './jobs/boss.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { JobWorkers } from './jobs/job-workers.js';
import { Jobs } from './jobs/jobs.js';
import { Upkeep } from './jobs/upkeep.js';
import { ListKinds } from './lists/list-kinds.js';
import { PackSources } from './packs/pack-sources.js';
import { KeptMails } from './mail/kept-mails.js';
import { MailClaim } from './mail/mail-claim.js';
import { Mailer } from './mail/mailer.js';
import { Mails } from './mail/mails.js';
import { SendMailJob } from './mail/send-mail.job.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { ClamdScanner } from './malware/clamd-scanner.js';
import { MalwareScanner, NoScanner } from './malware/malware-scanner.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { Outbox } from './outbox/outbox.js';
import { Subscribers } from './outbox/subscribers.js';
import { Secrets } from './secrets/secrets.js';
import { Arrivals } from './storage/arrivals.js';
import { type FileStore, openFileStore } from './storage/open-file-store.js';
import { Storage } from './storage/storage.js';

const FILE_STORE = Symbol('file store');

const SERVICES = [
  Audit,
  BeforeLists,
  Brands,
  ListKinds,
  PackSources,
  Sql,
  Transactions,
  Boss,
  Jobs,
  JobHandlers,
  JobWorkers,
  Upkeep,
  KeptMails,
  Mails,
  Outbox,
  OutboxRelay,
  Subscribers,
  Secrets,
];

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  /** `clock` only where dates are invented on purpose, as in making up the demonstration. */
  static with(configuration: Configuration, clock?: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: configuration.appUrl,
          autoLoadEntities: true,
          synchronize: false,
          logging: false,
          poolSize: configuration.poolSize,
          applicationName: 'waymark',
          retryAttempts: 3,
          retryDelay: 500,
        }),
      ],
      providers: [
        ...SERVICES,
        MailClaim,
        SendMailJob,
        RouteCensus,
        { provide: Configuration, useValue: configuration },
        { provide: Clock, useFactory: () => clock ?? openClock(configuration) },
        { provide: Mailer, useClass: SmtpMailer },
        {
          provide: MalwareScanner,
          useFactory: () => (configuration.clamd ? new ClamdScanner(configuration.clamd) : new NoScanner()),
        },
        { provide: FILE_STORE, useFactory: () => openFileStore(configuration) },
        { provide: Storage, inject: [FILE_STORE], useFactory: ({ storage }: FileStore) => storage },
        { provide: Arrivals, inject: [FILE_STORE], useFactory: ({ arrivals }: FileStore) => arrivals },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useValue: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [...SERVICES, RouteCensus, Configuration, Clock, Mailer, Storage, Arrivals, MalwareScanner],
    };
  }
}
