import { SEARCH } from '../../../libs/api/catalogue/src/search/catalogue.sql.js';
import { type Instance } from '../../../tools/instance.mjs';
import { TRADE } from '../setting/catalogue-of.js';
import { databaseUrl } from '../setting/database.js';
import { type Floor, startFloor } from '../setting/floor.js';
import { type Learner, type SignedIn, today } from '../setting/learners.js';
import { CONNECTIONS, load } from './load.js';
import { percentile } from './percentile.js';
import { POOL } from './today-load.js';

export const LEARNERS = 40;

/** What people type: one word, two, three, and the beginning of one; the same in every run. */
export const SEARCHES: readonly string[] = TRADE.flatMap((word, n) => {
  const other = (step: number): string => TRADE[(n * step + 7) % TRADE.length] ?? 'site';
  return [word, `${word} ${other(3)}`, `${other(5)} ${word} ${other(11)}`, `${other(13)} ${word.slice(0, 4)}`];
});

export interface Searched {
  /** Milliseconds that 95 of 100 answers took at most. */
  p95: number;
  perSecond: number;
}

/** Each connection is another learner and begins with another search. */
async function searches(
  url: string,
  seconds: number,
  requestOf: (connection: number, typed: string) => { path: string; headers?: Record<string, string> },
): Promise<Searched> {
  const times: number[] = [];
  const perSecond = await load({
    url,
    seconds,
    onAnswer: (milliseconds) => times.push(milliseconds),
    requestsOf: (connection) => {
      const start = Math.floor((connection * SEARCHES.length) / CONNECTIONS);
      const turned = [...SEARCHES.slice(start), ...SEARCHES.slice(0, start)];
      return turned.map((typed) => requestOf(connection, encodeURIComponent(typed)));
    },
  });
  return { p95: percentile(times, 0.95), perSecond };
}

export const loadSearch = (instance: Instance, learners: readonly SignedIn[], seconds: number): Promise<Searched> =>
  searches(instance.direct, seconds, (connection, typed) => ({
    path: `/api/v1/catalogue?q=${typed}`,
    headers: { authorization: `Bearer ${learners[connection % learners.length]?.token ?? ''}` },
  }));

export const loadSearchFloor = (floor: Floor, learners: readonly Learner[], seconds: number): Promise<Searched> =>
  searches(floor.url, seconds, (connection, typed) => ({
    path: `/${learners[connection % learners.length]?.personId ?? ''}?q=${typed}`,
  }));

export async function startSearchFloor(dataDir: string): Promise<Floor> {
  const url = await databaseUrl(dataDir, 'waymark_app');
  return startFloor('search', { settings: { databaseUrl: url, poolSize: POOL, statement: SEARCH, today: today() } });
}
