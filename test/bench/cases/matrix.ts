import type { Ctx } from '@lms/api-platform';
import type { MatrixPage } from '@lms/contracts';
import { matrixPage } from '../../../libs/api/reporting/src/matrix/matrix-page.sql.js';
import { matrixParts } from '../../../libs/api/reporting/src/matrix/matrix-sql.js';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { ask } from '../load/ask.js';
import { load } from '../load/load.js';
import { percentile } from '../load/percentile.js';
import { POOL } from '../load/today-load.js';
import { databaseUrl } from '../setting/database.js';
import { startFloor } from '../setting/floor.js';
import { LargeAlliance } from '../setting/large-alliance.js';
import { today } from '../setting/learners.js';

export const [PEOPLE, COURSES] = [2_000, 60];
const ROWS = 25;
const ASKED = 20;
const P50_MS = 50;

/** Of the People Team, as far as the statements ask. */
export const teamCtx = (personId: string): Ctx => ({
  actor: { personId, sessionId: '', permissions: new Set(['rules.read']), via: 'bearer' },
  ...{ today: today(), now: new Date(), requestId: '' },
});

const told = (answer: string): string => {
  const { items }: Pick<MatrixPage, 'items'> = JSON.parse(answer);
  return JSON.stringify(items.slice(0, ROWS).map(({ personId, cells }) => [personId, cells]));
};

export const matrixCase: BenchCase = {
  name: 'matrix',
  title: `Pages of ${ROWS} rows × ${COURSES} requirements of ${PEOPLE.toLocaleString('en')} people, over 16 connections`,
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.6 },
  async run(bench) {
    const alliance = await LargeAlliance.start(bench, COURSES);
    try {
      await alliance.growTo(PEOPLE);
      const team = await alliance.team();
      const { organisations: some, root } = await alliance.sample(ASKED);
      const organisations = [root, ...some];
      const [one = ''] = organisations;
      const parts = matrixParts(teamCtx(team.personId), { by: 'organisation', organisationId: one });
      const statements = {
        matrix: { text: matrixPage(parts, 'json'), values: [null, null, null, null, null, ROWS + 1] },
      };
      const settings = {
        databaseUrl: await databaseUrl(alliance.instance.dataDir, 'waymark_app'),
        poolSize: POOL,
        statements: JSON.stringify(statements),
      };
      const floor = await startFloor('statement', { settings });
      try {
        const { direct } = alliance.instance;
        const path = (id: string) => `/api/v1/matrix?organisationId=${id}&limit=${ROWS}`;
        const floorPath = (id: string) => `/matrix/${today()}/${team.personId}/${id}`;
        for (const id of organisations) {
          const answers = [
            await ask(direct + path(id), { token: team.token }),
            await ask(floor.url + floorPath(id)),
          ].map(told);
          if (answers[0] !== answers[1] || answers[0] === '[]') throw new Error('The floor answers otherwise');
        }
        const headers = { authorization: `Bearer ${team.token}` };
        const turned = (by: number): string[] => [...organisations.slice(by), ...organisations.slice(0, by)];
        const { rounds, seconds } = bench.pace;
        const times: number[] = [];
        const measured = await alternate(
          rounds,
          () =>
            load({
              url: direct,
              seconds,
              requestsOf: (n) => turned(n).map((id) => ({ path: path(id), headers })),
              onAnswer: (milliseconds) => times.push(milliseconds),
            }),
          () => load({ url: floor.url, seconds, requestsOf: (n) => turned(n).map((id) => ({ path: floorPath(id) })) }),
        );
        const p50 = percentile(times, 0.5);
        const kept = p50 <= P50_MS ? 'kept' : 'missed';
        return { ...measured, notes: [`p50 ${p50.toPrecision(3)} ms; at most ${P50_MS} ms is ${kept}.`] };
      } finally {
        await floor.stop();
      }
    } finally {
      await alliance.stop();
    }
  },
};
