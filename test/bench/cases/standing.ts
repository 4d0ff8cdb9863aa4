import { ORGANISATION_PAGE } from '../../../libs/api/standing/src/organisation/organisation-standing.sql.js';
import { PERSON_RECORD } from '../../../libs/api/standing/src/record/person-record.sql.js';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { load } from '../load/load.js';
import { assertSameBytes } from '../load/same-bytes.js';
import { POOL } from '../load/today-load.js';
import { databaseUrl } from '../setting/database.js';
import { startFloor } from '../setting/floor.js';
import { LargeAlliance } from '../setting/large-alliance.js';
import { today } from '../setting/learners.js';

const ROWS = 25;
const ASKED = 100;

export const standingCase: BenchCase = {
  name: 'standing',
  title: 'One person’s page and one organisation’s page at 25,000 people × 200 courses, over 16 connections',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.6 },
  async run(bench) {
    const alliance = await LargeAlliance.start(bench);
    try {
      await alliance.growTo(25_000);
      const team = await alliance.team();
      const { people, organisations } = await alliance.sample(ASKED);
      const statements = {
        person: { text: PERSON_RECORD, values: [today(), team.personId, true] },
        organisation: { text: ORGANISATION_PAGE, values: [today(), team.personId, true, null, null, null, ROWS + 1] },
      };
      const settings = {
        databaseUrl: await databaseUrl(alliance.instance.dataDir, 'waymark_app'),
        poolSize: POOL,
        statements: JSON.stringify(statements),
      };
      const floor = await startFloor('statement', { settings });
      try {
        const { direct } = alliance.instance;
        const [person] = people;
        assertSameBytes(
          await ask(`${direct}/api/v1/people/${person}/record`, { token: team.token }),
          await ask(`${floor.url}/person/${person}`),
        );
        const headers = { authorization: `Bearer ${team.token}` };
        const turned = <T>(all: readonly T[], by: number): T[] => [...all.slice(by * 6), ...all.slice(0, by * 6)];
        const pairs = people.map((id, n) => ({ person: id, organisation: organisations[n] ?? organisations[0] }));
        const { rounds, seconds } = bench.pace;
        return await alternate(
          rounds,
          () =>
            load({
              url: direct,
              seconds,
              requestsOf: (n) =>
                turned(pairs, n).flatMap((pair) => [
                  { path: `/api/v1/people/${pair.person}/record`, headers },
                  { path: `/api/v1/organisations/${pair.organisation}/standing?limit=${ROWS}`, headers },
                ]),
            }),
          () =>
            load({
              url: floor.url,
              seconds,
              requestsOf: (n) =>
                turned(pairs, n).flatMap((pair) => [
                  { path: `/person/${pair.person}` },
                  { path: `/organisation/${pair.organisation}` },
                ]),
            }),
        );
      } finally {
        await floor.stop();
      }
    } finally {
      await alliance.stop();
    }
  },
};
