import { TODAY } from '../../../libs/api/standing/src/today/today.sql.js';
import { type Instance } from '../../../tools/instance.mjs';
import { databaseUrl } from '../setting/database.js';
import { type Floor, startFloor } from '../setting/floor.js';
import { type Learner, type SignedIn, today } from '../setting/learners.js';
import { CONNECTIONS, load } from './load.js';

export const LEARNERS = 200;
/** As many connections to the database as the product has. */
export const POOL = 12;

/** Each connection begins with another learner and goes round all of them. */
const turned = <T>(all: readonly T[], connection: number): T[] => {
  const start = Math.floor((connection * all.length) / CONNECTIONS);
  return [...all.slice(start), ...all.slice(0, start)];
};

/** The product's page of many learners, each with their own token. */
export function loadToday(instance: Instance, learners: readonly SignedIn[], seconds: number): Promise<number> {
  const requests = learners.map(({ token }) => ({
    path: '/api/v1/my/today',
    headers: { authorization: `Bearer ${token}` },
  }));
  return load({ url: instance.direct, seconds, requestsOf: (connection) => turned(requests, connection) });
}

/** The same pages from the floor, which believes whoever asks. */
export function loadTodayFloor(floor: Floor, learners: readonly Learner[], seconds: number): Promise<number> {
  const requests = learners.map(({ personId }) => ({ path: `/${personId}` }));
  return load({ url: floor.url, seconds, requestsOf: (connection) => turned(requests, connection) });
}

export async function startTodayFloor(dataDir: string): Promise<Floor> {
  const url = await databaseUrl(dataDir, 'waymark_app');
  return startFloor('today', { settings: { databaseUrl: url, poolSize: POOL, statement: TODAY, today: today() } });
}
