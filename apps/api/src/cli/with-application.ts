import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Clock, Configuration } from '@lms/api-platform';
import { AppModule } from '../app.module.js';

/** Starts the application without a server or workers, silently, and closes it again. */
export async function withApplication<T>(
  configuration: Configuration,
  work: (app: INestApplicationContext) => Promise<T>,
  clock?: Clock,
): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.with(configuration, clock), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
