import { NestFactory } from '@nestjs/core';
import { type Configuration, JobWorkers, OutboxRelay } from '@lms/api-platform';
import { AppModule } from './app.module.js';
import { RoleLogger } from './role-logger.js';

/** The worker role of the same code: jobs and events. Answers how to stop it. */
export async function createWorker(configuration: Configuration): Promise<() => Promise<void>> {
  const app = await NestFactory.createApplicationContext(AppModule.with(configuration), {
    logger: configuration.logLevel === 'silent' ? false : new RoleLogger({ logLevels: ['error', 'warn'] }),
    abortOnError: false,
  });
  const relay = app.get(OutboxRelay);
  await app.get(JobWorkers).start();
  relay.start();
  return async () => {
    await relay.stop();
    await app.close();
  };
}
