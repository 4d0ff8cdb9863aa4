import { overviewStanding } from '../../../libs/api/reporting/src/overview/overview.sql.js';
import { matrixParts } from '../../../libs/api/reporting/src/matrix/matrix-sql.js';
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
import { COURSES, PEOPLE, teamCtx } from './matrix.js';

export const overviewCase: BenchCase = {
  name: 'overview',
  title: `The overview of ${PEOPLE.toLocaleString('en')} people × ${COURSES} requirements, over 16 connections`,
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.6 },
  async run(bench) {
    const alliance = await LargeAlliance.start(bench, COURSES);
    try {
      await alliance.growTo(PEOPLE);
      const { personId, token } = await alliance.team();
      const { root } = await alliance.sample(1);
      const parts = matrixParts(teamCtx(personId), { by: 'organisation', organisationId: root });
      const text = overviewStanding(parts);
      const settings = {
        databaseUrl: await databaseUrl(alliance.instance.dataDir, 'waymark_app'),
        poolSize: POOL,
        statements: JSON.stringify({ overview: { text, values: [] } }),
      };
      const floor = await startFloor('statement', { settings });
      try {
        const { direct } = alliance.instance;
        const path = `/api/v1/overview?organisationId=${root}`;
        const floorPath = `/overview/${today()}/${personId}/${root}`;
        assertSameBytes(await ask(direct + path, { token }), await ask(floor.url + floorPath));
        const headers = { authorization: `Bearer ${token}` };
        const { rounds, seconds } = bench.pace;
        return await alternate(
          rounds,
          () => load({ url: direct, seconds, requestsOf: () => [{ path, headers }] }),
          () => load({ url: floor.url, seconds, requestsOf: () => [{ path: floorPath }] }),
        );
      } finally {
        await floor.stop();
      }
    } finally {
      await alliance.stop();
    }
  },
};
