import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, PreviewPeople, Problem, RuleVersion } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { at, type RuleDesk, ruleDesk, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let second: Client;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, second } = desk.given);
}, 60_000);
afterAll(() => t.stop());

const draftPath = async (code: string, kind: string) => {
  const { id } = (await adviser.post('/paths', { code, title: code, kind })).json<Created>();
  const [draft] = await t.db.sql<{ id: string }>('select id from path_version where path_id = $1', [id]);
  const steps = [{ key: uuid(), courseId: desk.given.other }];
  const stages = [{ title: 'First', dayOffset: 3, choices: [], steps }];
  const body = { audience: { organisationKinds: [], employmentGroups: ['driver'] }, sequential: false, stages };
  expect((await adviser.put(`/path-versions/${draft!.id}`, body, { 'if-match': '"1"' })).status).toBe(200);
  return { id, versionId: draft!.id };
};
const publishedPath = async (code: string, kind: string) => {
  const { id, versionId } = await draftPath(code, kind);
  await adviser.post(`/path-versions/${versionId}/submit`);
  expect((await second.post(`/path-versions/${versionId}/publish`)).status).toBe(200);
  await t.drain();
  return id;
};
const enrolments = (personId: string) =>
  t.db.sql(
    `select state, anchor_on::text as anchor, rule_version_id is not null as rule from path_enrolment where person_id = $1`,
    [personId],
  );
const asked = async (pathId: string, personId: string, more: object = {}) =>
  (
    await adviser.post('/assignment-requests', {
      ...{ pathId, why: 'Leads the gang', chosen: { personIds: [personId] }, expected: 1, ...more },
    })
  ).json<Created>().id;

/** Of how many people a version asked something new, and of how many no longer. */
const ranFor = async (id: string) => {
  const { run } = (await adviser.get(`/rule-versions/${id}`)).json<RuleVersion>();
  return { given: run?.given, ended: run?.ended };
};

describe('the preview of a rule that gives a path', () => {
  it('says from which day the path counts, and that is the day', async () => {
    const [organisationId, starters] = [await t.make.organisation(), await t.make.organisation()];
    const { personId } = await desk.engaged(organisationId);
    const pathId = await publishedPath('ROLE', 'role');
    // The date is long past: nobody gets less than the days that the rule says, and nothing is left to decide.
    const due = { kind: 'on', date: addDays(today, -20), realisticDays: 12 };
    const version = await desk.draft('Gives a role path', at(organisationId), { courseId: null, pathId, due });
    const made = await desk.applied(version);
    expect(made).toMatchObject({ gains: 1, tooSoon: 0, dueDates: [{ dueOn: addDays(today, 12), people: 1 }] });
    expect(await enrolments(personId)).toEqual([{ state: 'open', anchor: addDays(today, 12), rule: true }]);

    const onboarding = await publishedPath('JOIN', 'onboarding');
    const starter = await desk.engaged(starters, 'site', { startsOn: addDays(today, 20) });
    const given = await desk.applied(
      await desk.draft('Gives onboarding', at(starters), { courseId: null, pathId: onboarding }),
    );
    expect(given).toMatchObject({ gains: 1, tooSoon: 0, dueDates: [{ dueOn: addDays(today, 20), people: 1 }] });
    expect(await enrolments(starter.personId)).toEqual([{ state: 'open', anchor: addDays(today, 20), rule: true }]);
  });

  it('says that who is on it stays on it, and gives it to whom it was taken back from', async () => {
    const organisationId = await t.make.organisation();
    const [on, before] = [await desk.engaged(organisationId), await desk.engaged(organisationId)];
    const pathId = await publishedPath('NIGHT', 'role');
    await asked(pathId, on.personId, { dueOn: addDays(today, 5) });
    const request = await asked(pathId, before.personId);
    await adviser.post(`/assignment-requests/${request}/withdrawal`, { personId: null, why: 'Another gang' });
    const version = await desk.draft('Gives night work', at(organisationId), { courseId: null, pathId });
    const made = await desk.applied(version);
    expect(made).toMatchObject({ gains: 1, moves: 0, keeps: 1 });
    const { items } = (await adviser.get(`/rule-previews/${made.id}/people?effect=keeps`)).json<PreviewPeople>();
    expect(items).toMatchObject([{ personId: on.personId, dueOn: addDays(today, 5) }]);
    expect(await enrolments(on.personId)).toEqual([{ state: 'open', anchor: addDays(today, 5), rule: true }]);
    expect(await enrolments(before.personId)).toEqual([{ state: 'open', anchor: addDays(today, 14), rule: true }]);
    expect(await ranFor(version.id)).toEqual({ given: 2, ended: 0 });
    // Another due policy moves nobody who is on the path.
    const due = { kind: 'after-assignment', days: 60, realisticDays: 7 };
    const next = await desk.saved(await desk.next(version.ruleId), {
      ...{ predicate: at(organisationId), courseId: null, pathId, due },
    });
    expect(await desk.applied(next)).toMatchObject({ gains: 0, moves: 0, keeps: 2 });
    expect(await enrolments(before.personId)).toMatchObject([{ anchor: addDays(today, 14) }]);
    expect(await ranFor(next.id)).toEqual({ given: 0, ended: 0 });
  });

  it('refuses what nobody could do: a path or a course that is not published', async () => {
    const organisationId = await t.make.organisation();
    await desk.engaged(organisationId);
    const { id: pathId } = await draftPath('DRAFT', 'role');
    const courseId = await t.make.course({ title: 'Being written' });
    await t.make.courseVersion({ courseId });
    const targets = [{ courseId: null, pathId }, { courseId }];
    for (const [n, target] of targets.entries()) {
      const version = await desk.draft(`Not yet ${n}`, at(organisationId), target);
      const refused = await adviser.post(`/rule-versions/${version.id}/preview`);
      const { detail, fields } = refused.json<Problem>();
      expect([refused.status, detail, fields]).toEqual([
        422,
        'This is not published, so nobody could do it yet.',
        [{ path: n === 0 ? 'pathId' : 'courseId', message: 'This is not published, so nobody could do it yet.' }],
      ]);
    }
  });

  it('refuses to apply on a day after the last one', async () => {
    const organisationId = await t.make.organisation();
    await desk.engaged(organisationId);
    const due = { kind: 'on', date: addDays(today, 40), realisticDays: 7 };
    const version = await desk.draft('For a day', at(organisationId), { due, endsOn: today });
    const made = await desk.preview(version.id);
    await t.db.sql(`update rule_version set effective_on = $2, ends_on = $2 where id = $1`, [
      version.id,
      addDays(today, -1),
    ]);
    const late = await adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([late.status, late.json<Problem>().fields?.[0]?.message]).toEqual([422, 'The last day has gone by.']);
  });

  it('leaves nothing to reconcile and nothing that cannot be explained', async () => {
    expect(await desk.expectExplained()).toBeGreaterThan(0);
  });
});
