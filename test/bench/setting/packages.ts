import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { OpenedActivity } from '@lms/contracts';
import { type Instance } from '../../../tools/instance.mjs';
import { ask } from '../load/ask.js';
import { databaseUrl, rowsOf } from './database.js';
import { candidatesFor } from './launches.js';
import { signIn } from './learners.js';

/** A package as one learner reads it. */
export interface OpenPackage {
  /** Of their own content host. */
  host: string;
  cookie: string;
  files: { path: string; size: number }[];
}

const FILES = `
  select f.path, f.size::float8 as size from package_file f join activity a on a.package_id = f.package_id
  where a.id = $1 order by f.path`;

/** So many packages, each opened by another learner as the player opens it. */
export async function openPackages(instance: Instance, count: number): Promise<OpenPackage[]> {
  const owner = await databaseUrl(instance.dataDir, 'waymark_owner');
  const candidates = await candidatesFor(instance, count, true);
  const learners = await signIn(instance, candidates);
  return Promise.all(
    learners.map(async ({ token }, index) => {
      const activityId = candidates[index]?.activityId ?? '';
      const opened: OpenedActivity = JSON.parse(
        await ask(`${instance.direct}/api/v1/my/activities/${activityId}/open`, { token, body: '{}' }),
      );
      const files = await rowsOf<{ path: string; size: number }>(owner, FILES, [activityId]);
      const host = new URL(opened.contentOrigin ?? '').host;
      return { host, cookie: `__Host-content=${opened.contentToken ?? ''}`, files };
    }),
  );
}

export function readFile(direct: string, { host, cookie }: OpenPackage, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${direct}/${path}`, { headers: { host, cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${path}: ${String(response.statusCode)}`));
      buffer(response).then(resolve, reject);
    });
    asked.once('error', reject);
    asked.end();
  });
}
