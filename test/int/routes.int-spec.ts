import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, datesFor, routeOf } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { ROUTES } from '../../libs/api/standing/src/today/routes.sql.js';

const TODAY = '2026-11-23';
const AT = '2026-11-01T09:00:00Z';

interface Stop {
  courseId: string;
  state: string;
  dueOn: string;
}

/** The route that one statement draws is the route that the domain draws, for generated paths and histories. */
describe('the route of a learner', () => {
  let db: TestDatabase;
  let make: Factory;
  let courses: string[];
  let versions: string[];
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    courses = await Promise.all(Array.from({ length: 8 }, (_, i) => make.course({ title: `Course ${i}` })));
    versions = await Promise.all(courses.map((courseId) => make.courseVersion({ courseId, state: 'published' })));
  });
  afterAll(() => db.stop());

  const path = fc.record({
    sequential: fc.boolean(),
    startsIn: fc.integer({ min: -25, max: 20 }),
    givenAgo: fc.integer({ min: 0, max: 20 }),
    stages: fc.array(
      fc.record({
        offset: fc.integer({ min: -10, max: 30 }),
        steps: fc.array(fc.record({ optional: fc.boolean(), done: fc.boolean() }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it('is the domain’s', async () => {
    const seen = new Set<string>();
    for (const p of fc.sample(path, { numRuns: 150, seed: 7 })) {
      const anchor = addDays(TODAY, p.startsIn);
      const givenOn = addDays(TODAY, -p.givenAgo);
      const personId = await make.person();
      const engagementId = await make.engagement({
        personId,
        organisationId: await make.organisation(),
        startsOn: anchor,
      });
      const [pathId, versionId] = [uuid(), uuid()];
      await db.sql(
        `insert into learning_path (id, code, title, kind, created_at) values ($1, $2, 'P', 'onboarding', $3)`,
        [pathId, pathId, AT],
      );
      await db.sql(
        `insert into path_version (id, path_id, number, sequential, created_at) values ($1, $2, 1, $3, $4)`,
        [versionId, pathId, p.sequential, AT],
      );
      let next = 0;
      const steps = [];
      for (const [position, stage] of p.stages.entries()) {
        const stageId = uuid();
        await db.sql(
          `insert into path_stage (id, path_version_id, position, title, day_offset) values ($1, $2, $3, 's', $4)`,
          [stageId, versionId, position, stage.offset],
        );
        for (const [at, step] of stage.steps.entries()) {
          const index = next++;
          const courseId = courses[index];
          if (courseId === undefined) continue;
          await db.sql(
            `insert into path_step (id, stage_id, position, course_id, optional) values ($1, $2, $3, $4, $5)`,
            [uuid(), stageId, at, courseId, step.optional],
          );
          if (step.done) {
            await db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', $5, '{}', $6)`, [
              personId,
              courseId,
              versions[index],
              '2026-11-20',
              uuid(),
              AT,
            ]);
          }
          const dates = datesFor({ dayOffset: stage.offset }, anchor, { givenOn });
          steps.push({
            key: courseId,
            courseId,
            stage: position,
            dayOffset: stage.offset,
            optional: step.optional,
            done: step.done,
            ...dates,
          });
        }
      }
      await db.sql(
        `insert into path_enrolment (id, person_id, engagement_id, path_id, path_version_id, anchor_on, opens_on, given_on, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [uuid(), personId, engagementId, pathId, versionId, anchor, addDays(anchor, -7), givenOn, AT],
      );
      const [row] = await db.sql<{ stops: Stop[] }>(ROUTES, [personId, TODAY]);
      const found = row?.stops.map((s) => ({ key: s.courseId, state: s.state, dueOn: s.dueOn }));
      const expected = routeOf(steps, TODAY, { sequential: p.sequential }).map((s) => ({
        key: s.step.key,
        state: s.state,
        dueOn: s.step.dueOn,
      }));
      expect({ p, found }).toEqual({ p, found: expected });
      expected.forEach((s) => seen.add(s.state));
    }
    expect([...seen].sort()).toEqual(['blocked', 'done', 'here', 'next']);
  });
});
