import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Configuration } from '../configuration/configuration.js';

/** The connection to the job tables, opened when it is first needed. */
@Injectable()
export class Boss implements OnApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private started: Promise<PgBoss> | undefined;

  constructor(private readonly configuration: Configuration) {}

  connect(): Promise<PgBoss> {
    this.started ??= this.start();
    return this.started;
  }

  onApplicationShutdown(): Promise<void> {
    return this.stop();
  }

  /** Lets what runs come to its end, for five seconds at most; what takes longer is tried again later. */
  async stop(): Promise<void> {
    const boss = await this.started?.catch(() => undefined);
    await boss?.stop({ graceful: true, timeout: 5_000 });
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      connectionString: this.configuration.appUrl,
      application_name: 'waymark jobs',
      max: 3,
      migrate: false,
      createSchema: false,
      schedule: false,
    });
    boss.on('error', (error) => this.log.warn(error.message));
    await boss.start();
    return boss;
  }
}
