import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, datesFor, extendedAfterLeave, pathProgress, routeOf } from '@lms/domain';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { ROUTES } from '../../libs/api/standing/src/today/routes.sql.js';

const TODAY = '2026-11-23';
const AT = '2026-11-01T09:00:00Z';
const EXEMPT_UNTIL = '2027-01-31';

interface Stop {
  key: string;
  title: string;
  state: string;
  dueOn: string | null;
  opensOn: string | null;
  opensAfter: string | null;
  exemptUntil: string | null;
}

const path = fc.record({
  sequential: fc.boolean(),
  startsIn: fc.integer({ min: -25, max: 20 }),
  givenAgo: fc.integer({ min: 0, max: 20 }),
  leaves: fc.array(fc.record({ from: fc.integer({ min: -20, max: 20 }), days: fc.integer({ min: 0, max: 15 }) }), {
    maxLength: 2,
  }),
  stages: fc.array(
    fc.record({
      offset: fc.integer({ min: -10, max: 30 }),
      need: fc.integer({ min: 1, max: 2 }),
      steps: fc.array(
        fc.record({
          kind: fc.constantFrom('course' as const, 'course' as const, 'task' as const, 'milestone' as const),
          offset: fc.option(fc.integer({ min: -10, max: 30 }), { nil: null, freq: 4 }),
          byOthers: fc.boolean(),
          optional: fc.boolean(),
          chosen: fc.boolean(),
          done: fc.boolean(),
          exempt: fc.boolean(),
          extendedBy: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null, freq: 2 }),
          after: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type Path = typeof path extends fc.Arbitrary<infer P> ? P : never;

/** The steps of a generated path, in order, as the domain and the tables have them. */
function stepsOf(
  p: Path,
  courses: readonly string[],
  { anchor, givenOn, leaves }: { anchor: string; givenOn: string; leaves: { from: string; to: string }[] },
) {
  const keys = p.stages.flatMap(({ steps }) => steps.map(() => uuid()));
  let place = 0;
  const choices = p.stages.map(({ need }) => ({ key: uuid(), need }));
  const steps = p.stages.flatMap((stage, position) =>
    stage.steps.map((step, at) => {
      const n = place++;
      const milestone = step.kind === 'milestone';
      const choice = step.chosen && !milestone ? (choices[position]?.key ?? null) : null;
      const dayOffset = step.offset ?? stage.offset;
      const given = step.kind === 'course' && !step.done && step.extendedBy !== null ? step.extendedBy : null;
      const extendedTo = given === null ? null : addDays(TODAY, given);
      return {
        id: uuid(),
        key: keys[n]!,
        title: `Step ${n}`,
        stage: position,
        at,
        kind: step.kind,
        courseId: step.kind === 'course' ? courses[n]! : null,
        doer: step.kind === 'task' ? (step.byOthers ? 'line-manager' : 'learner') : null,
        byOthers: step.kind === 'task' && step.byOthers,
        own: step.offset,
        dayOffset,
        optional: step.optional && !milestone && choice === null,
        choice,
        after: milestone ? [] : [...new Set(step.after.flatMap((to) => (to === n ? [] : (keys[to] ?? []))))],
        done: step.done && !milestone,
        exempt: step.kind === 'course' && step.exempt,
        extendedTo,
        ...datesFor({ dayOffset }, anchor, {
          ...{ givenOn, leaves },
          // What was chosen by somebody who knew of the leave.
          extendedTo:
            extendedTo && extendedAfterLeave({ givenOn: TODAY, until: extendedTo }, { known: leaves, since: [] }),
        }),
      };
    }),
  );
  return { steps, choices };
}

/** The route that one statement draws is the route that the domain draws, for generated paths and histories. */
describe('the route of a learner', () => {
  let db: TestDatabase;
  let make: Factory;
  let courses: string[];
  let versions: string[];
  let organisationId: string;
  beforeAll(async () => {
    db = await testDatabase();
    make = new Factory(db);
    organisationId = await make.organisation();
    courses = await Promise.all(Array.from({ length: 16 }, (_, i) => make.course({ title: `Step ${i}` })));
    versions = await Promise.all(courses.map((courseId) => make.courseVersion({ courseId, state: 'published' })));
  });
  afterAll(() => db.stop());

  const rows = (table: string, list: object[]) => {
    const [first] = list;
    if (!first) return Promise.resolve();
    const names = Object.keys(first).join(', ');
    return db.sql(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(list),
    ]);
  };

  it('is the domain’s, and so is the progress that lists show', async () => {
    const seen = new Set<string>();
    for (const p of fc.sample(path, { numRuns: 220, seed: 7 })) {
      const anchor = addDays(TODAY, p.startsIn);
      const givenOn = addDays(TODAY, -p.givenAgo);
      const personId = await make.person();
      const engagementId = await make.engagement({ personId, organisationId, startsOn: anchor });
      const [pathId, versionId, enrolmentId] = [uuid(), uuid(), uuid()];
      const leaves = p.leaves.map(({ from, days }) => ({
        from: addDays(TODAY, from),
        to: addDays(TODAY, from + days),
      }));
      const { steps, choices } = stepsOf(p, courses, { anchor, givenOn, leaves });
      await rows(
        'leave_of_absence',
        leaves.map(({ from, to }) => ({
          ...{ id: uuid(), engagement_id: engagementId, from_on: from, to_on: to, note: '', version: 1 },
          ...{ entered_by: personId, entered_at: AT },
        })),
      );
      const stages = p.stages.map(({ offset }, position) => ({
        id: uuid(),
        path_version_id: versionId,
        position,
        title: 's',
        day_offset: offset,
      }));
      await rows('learning_path', [
        { id: pathId, code: pathId, title: 'P', kind: 'onboarding', created_at: AT, version: 1, summary: '' },
      ]);
      await db.sql(
        `insert into path_version (id, path_id, number, sequential, created_at) values ($1, $2, 1, $3, $4)`,
        [versionId, pathId, p.sequential, AT],
      );
      await rows('path_stage', stages);
      await rows(
        'path_choice',
        choices.map(({ key, need }, at) => ({ id: key, stage_id: stages[at]?.id, position: 1, need })),
      );
      await rows(
        'path_step',
        steps.map((s) => ({
          id: s.id,
          stage_id: stages[s.stage]?.id,
          position: s.at,
          key: s.key,
          kind: s.kind,
          course_id: s.courseId,
          title: s.courseId ? null : s.title,
          learner_title: '',
          instructions: '',
          doer: s.doer,
          day_offset: s.own,
          optional: s.optional,
          choice_id: s.choice,
        })),
      );
      const idOf = new Map(steps.map(({ key, id }) => [key, id]));
      await rows(
        'path_step_after',
        steps.flatMap(({ id, after }) => after.map((key) => ({ step_id: id, after_id: idOf.get(key) }))),
      );
      await rows('path_enrolment', [
        {
          id: enrolmentId,
          person_id: personId,
          engagement_id: engagementId,
          path_id: pathId,
          path_version_id: versionId,
          anchor_on: anchor,
          opens_on: addDays(anchor, -7),
          given_on: givenOn,
          state: 'open',
          created_at: AT,
        },
      ]);
      await rows(
        'assignment',
        steps.flatMap(({ courseId, dueOn, opensOn, extendedTo }) =>
          courseId && extendedTo
            ? {
                ...{ id: uuid(), person_id: personId, course_id: courseId, cycle: 1, due_on: dueOn, opens_on: opensOn },
                ...{ state: 'open', created_at: AT, extended_to: extendedTo },
              }
            : [],
        ),
      );
      const tasks = steps.filter(({ kind }) => kind === 'task').map((s) => ({ ...s, taskId: uuid() }));
      await rows(
        'path_task',
        tasks.map((s) => ({
          id: s.taskId,
          path_enrolment_id: enrolmentId,
          path_step_id: s.id,
          step_key: s.key,
          person_id: personId,
          doer: s.doer,
          due_on: s.dueOn,
          opens_on: s.opensOn,
          created_at: AT,
        })),
      );
      await rows(
        'path_task_fact',
        tasks
          .filter(({ done }) => done)
          .map(({ taskId }) => ({
            id: uuid(),
            path_task_id: taskId,
            seq: 1,
            kind: 'done',
            by_id: personId,
            at: AT,
            on_date: '2026-11-20',
            note: '',
          })),
      );
      for (const [n, step] of steps.entries()) {
        if (step.kind !== 'course' || !step.done) continue;
        await db.sql(`select append_completion($1, $2, $3, $4, null, 'manual', $5, '{}', $6)`, [
          personId,
          step.courseId,
          versions[n],
          '2026-11-20',
          uuid(),
          AT,
        ]);
      }

      for (const { courseId, exempt } of steps) {
        if (!exempt) continue;
        await db.sql(
          `insert into standing_dates (person_id, course_id, required, ever_completed, lifetime, exempt)
           values ($1, $2, true, false, false, datemultirange(daterange($3, $4, '[]')))
           on conflict (person_id, course_id) do update set required = true, exempt = excluded.exempt`,
          [personId, courseId, addDays(TODAY, -3), EXEMPT_UNTIL],
        );
      }

      const [row] = await db.sql<{ stops: Stop[]; finished: boolean }>(ROUTES, [personId, TODAY]);
      const found = row?.stops.map(({ key, state, dueOn, opensOn, opensAfter, exemptUntil }) => ({
        key,
        state,
        dueOn,
        opensOn,
        opensAfter,
        exemptUntil,
      }));
      const title = new Map(steps.map((s) => [s.key, s.title]));
      const stops = routeOf(steps, TODAY, { sequential: p.sequential, choices });
      const expected = stops.map((s) => ({
        key: s.step.key,
        state: s.state,
        dueOn: s.step.kind === 'milestone' ? null : s.step.dueOn,
        opensOn: s.opensOn,
        opensAfter: title.get(s.opensAfter[0] ?? '') ?? null,
        exemptUntil: s.step.exempt && !s.step.done ? EXEMPT_UNTIL : null,
      }));
      expect({ p, found }).toEqual({ p, found: expected });
      expect(row?.finished).toBe(stops.every((s) => !s.needed));
      const { done, total, overdue, state } = pathProgress(steps, TODAY, choices);
      const next = stops.find((s) => s.needed)?.step;
      const [counted] = await db.sql<{ done: number; total: number; overdue: number; moved: boolean }>(
        'select done, total, overdue, moved, next_title as title, next_due_on::text as "dueOn" from path_counts(array[$1]::uuid[], $2)',
        [enrolmentId, TODAY],
      );
      const moved = steps.some((s) => s.done);
      if (steps.some(({ kind }) => kind !== 'milestone'))
        expect({ p, counted }).toEqual({
          p,
          counted: { done, total, overdue, moved, title: next?.title ?? null, dueOn: next?.dueOn ?? null },
        });
      else expect(counted).toBeUndefined();
      expected.forEach((s) => seen.add(s.state) && s.exemptUntil && seen.add('exempt'));
      stops.forEach((s) => s.step.kind === 'milestone' && seen.add(`milestone ${s.state}`));
      stops.forEach((s) => s.step.choice !== null && !s.needed && !s.step.done && seen.add('not needed'));
      seen.add(state);
    }
    expect([...seen].sort()).toEqual([
      'blocked',
      'done',
      'exempt',
      'here',
      'milestone blocked',
      'milestone done',
      'next',
      'not needed',
      'not started',
      'overdue',
      'under way',
    ]);
  });
});
