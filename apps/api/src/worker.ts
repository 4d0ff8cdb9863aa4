import 'reflect-metadata';
import { isMigrated, migrate } from '@lms/api-schema';
import { createWorker } from './create-worker.js';
import { startRole } from './start-role.js';

await startRole(async (configuration) => {
  if (!(await isMigrated(configuration.ownerUrl))) await migrate(configuration.ownerUrl, configuration.appUrl);
  return createWorker(configuration);
});
