import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from '@lms/domain';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { at, type RuleDesk, ruleDesk, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser } = desk.given);
}, 60_000);
afterAll(() => t.stop());

describe('the day since when something is asked', () => {
  it('stays with what is done, wherever the first day moved to', async () => {
    const organisationId = await t.make.organisation();
    const courseId = await t.make.course();
    await t.make.publish(await t.make.courseVersion({ courseId }));
    await desk.applied(await desk.draft('For life', at(organisationId), { courseId }));
    const { personId, engagementId, body } = await desk.engaged(organisationId, 'site', {
      startsOn: addDays(today, 10),
    });
    const since = () =>
      t.db.sql(
        `select a.state, r.opens_on::text as on from assignment a join assignment_reason r on r.assignment_id = a.id where a.person_id = $1`,
        [personId],
      );
    const later = { ...body, startsOn: addDays(today, 60) };
    expect((await adviser.put(`/engagements/${engagementId}`, later, { 'if-match': '"1"' })).status).toBe(200);
    await t.drain();
    const [{ on } = { on: null }] = await since();
    const done = `select append_completion($1, $2, (select id from course_version where course_id = $2), $3, null, 'import', gen_random_uuid(), '{}', now())`;
    await t.db.sql(done, [personId, courseId, today]);
    await t.drain();
    await adviser.put(`/engagements/${engagementId}`, { ...later, jobRole: 'Ganger' }, { 'if-match': '"2"' });
    await t.drain();
    expect(await since()).toEqual([{ state: 'closed', on }]);
  });
});
