import 'reflect-metadata';
import { isMigrated, migrate } from '@lms/api-schema';
import { createApp } from './http/create-app.js';
import { refuseOpenDemo } from './safe-to-listen.js';
import { startRole } from './start-role.js';

await startRole(async (configuration) => {
  if (!(await isMigrated(configuration.ownerUrl))) await migrate(configuration.ownerUrl, configuration.appUrl);
  await refuseOpenDemo(configuration);
  const app = await createApp(configuration);
  await app.listen(configuration.port, configuration.host);
  return () => app.close();
});
