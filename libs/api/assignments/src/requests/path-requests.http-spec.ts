import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AssignmentRequest,
  type Created,
  type Problem,
  RequestPreview,
  type RuleEndPreview,
  type Today,
  ToDecidePage,
  type Why,
} from '@lms/contracts';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from '../../../../../test/http/test-app.js';
import { all, at, type RuleDesk, ruleDesk, SITE, today } from '../rules/testing/rule-desk.test.js';

/** A path is asked of people as a course is. */
describe('asking for a path', () => {
  let desk: RuleDesk;
  let t: TestApp;
  let adviser: Client;
  let second: Client;
  let course: string;
  let pathId: string;
  const ask = (chosen: object, expected: number, more: object = {}) =>
    adviser.post('/assignment-requests', { pathId, why: 'Leads the night gang', chosen, expected, ...more });
  const on = (personId: string) =>
    t.db.sql(
      `select state, closed_why as why, anchor_on::text as anchor, rule_version_id is not null as rule from path_enrolment where person_id = $1`,
      [personId],
    );

  beforeAll(async () => {
    desk = await ruleDesk();
    ({ t, adviser, second, course } = desk.given);
    pathId = (await adviser.post('/paths', { code: 'NIGHT', title: 'Night work', kind: 'role' })).json<Created>().id;
    const [draft] = await t.db.sql<{ id: string }>('select id from path_version where path_id = $1', [pathId]);
    const steps = [{ key: uuid(), courseId: course }];
    const stages = [{ title: 'First', dayOffset: 3, choices: [], steps }];
    const body = { audience: { organisationKinds: [], employmentGroups: [] }, sequential: false, stages };
    expect((await adviser.put(`/path-versions/${draft!.id}`, body, { 'if-match': '"1"' })).status).toBe(200);
    expect((await ask({ personIds: [] }, 1)).status).toBe(404);
    await adviser.post(`/path-versions/${draft!.id}/submit`);
    expect((await second.post(`/path-versions/${draft!.id}/publish`)).status).toBe(200);
    await t.drain();
  }, 60_000);
  afterAll(() => t.stop());

  it('gives it from the day that was said, tells who asked and why, and takes it back', async () => {
    const { personId } = await desk.engaged(desk.given.partner);
    const seen = await adviser.post('/assignment-requests/preview', { pathId, chosen: { personIds: [personId] } });
    expect(RequestPreview.parse(seen.json())).toMatchObject({ total: 1, gaining: 1, asked: 0 });
    const both = await ask({ personIds: [personId] }, 1, { courseId: course });
    expect([both.status, both.json<Problem>().fields?.[0]?.message]).toEqual([400, 'Choose a course or a path.']);
    const asked = await ask({ personIds: [personId] }, 1, { dueOn: addDays(today, 10) });
    const request = AssignmentRequest.parse(asked.json());
    expect(request).toMatchObject({ title: 'Night work', courseId: null, pathId, state: 'given' });
    expect(await on(personId)).toEqual([{ state: 'open', why: null, anchor: addDays(today, 10), rule: false }]);
    const own = await t.as(personId);
    expect((await own.get('/my/today')).json<Today>().routes.map(({ title }) => title)).toEqual(['Night work']);
    const why = (await own.get(`/my/courses/${course}/why`)).json<Why>();
    expect(why).toMatchObject({ dueOn: addDays(today, 13), reasons: [{ kind: 'path', title: 'Night work' }] });
    expect(why.reasons[0]?.request?.why).toBe('Leads the night gang');
    const again = await adviser.post('/assignment-requests/preview', { pathId, chosen: { personIds: [personId] } });
    expect(RequestPreview.parse(again.json())).toMatchObject({ gaining: 0, asked: 1 });

    expect((await adviser.post(`/assignment-requests/${request.id}/withdrawal`, { why: 'By mistake' })).status).toBe(
      204,
    );
    expect(await on(personId)).toMatchObject([{ state: 'closed', why: 'withdrawn' }]);
    expect((await own.get(`/my/courses/${course}/why`)).json<Why>().state).toBe('closed');
    expect((await ask({ personIds: [personId] }, 1)).status).toBe(201);
    expect(await on(personId)).toMatchObject([{ state: 'open', anchor: today }]);
  });

  it('waits for a second person above a hundred, who gives it to exactly those', async () => {
    const organisationId = await desk.crowd(101);
    const asked = AssignmentRequest.parse((await ask({ organisationIds: [organisationId] }, 101)).json());
    expect(asked.state).toBe('waiting');
    const waiting = ToDecidePage.parse((await second.get('/decisions')).json()).items;
    expect(waiting).toMatchObject([{ courseTitle: 'Night work', people: 101 }]);
    const decided = await second.post(`/assignment-requests/${asked.id}/decision`, { approve: true, note: '' });
    expect(decided.json<AssignmentRequest>().state).toBe('given');
    const [{ n }] = (await t.db.sql('select count(*)::int as n from path_enrolment where request_id = $1', [
      asked.id,
    ])) as [{ n: number }];
    expect(n).toBe(101);
  });

  it('goes on by a rule that asks for it too, and can be replayed', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    expect((await ask({ personIds: [personId] }, 1)).status).toBe(201);
    await desk.applied(await desk.draft('Nights', all(SITE, at(organisationId)), { courseId: null, pathId }));
    expect(await on(personId)).toMatchObject([{ state: 'open', rule: true }]);
    expect(await desk.expectExplained()).toBeGreaterThanOrEqual(0);
  });

  it('stays when a rule that asked for it too ends, as long as somebody or another rule asks', async () => {
    const organisationId = await t.make.organisation();
    const [askedOf, ruled] = [await desk.engaged(organisationId), await desk.engaged(organisationId)];
    const request = (
      await ask({ personIds: [askedOf.personId] }, 1, { dueOn: addDays(today, 10) })
    ).json<AssignmentRequest>();
    const target = { courseId: null, pathId };
    const one = await desk.draft('Night gang', at(organisationId), target);
    await desk.applied(one);
    const end = async (ruleId: string) => {
      const { digest } = (await adviser.get(`/rules/${ruleId}/end`)).json<RuleEndPreview>();
      expect((await adviser.post(`/rules/${ruleId}/end`, { reason: 'Asked otherwise', digest })).status).toBe(200);
      await desk.runs();
    };
    const open = (rule: boolean, days: number) => [{ state: 'open', why: null, anchor: addDays(today, days), rule }];
    const other = await desk.draft('All of the night', all(SITE, at(organisationId)), target);
    await desk.applied(other);
    // Another rule asks for the same: nothing of it is begun anew.
    await end(one.ruleId);
    expect(await on(ruled.personId)).toEqual(open(true, 14));
    expect(await on(askedOf.personId)).toEqual(open(true, 10));
    await desk.expectExplained();
    await end(other.ruleId);
    expect(await on(ruled.personId)).toMatchObject([{ state: 'closed', why: 'rule-no-longer-asks' }]);
    expect(await on(askedOf.personId)).toEqual(open(false, 10));
    await desk.expectExplained();
    await adviser.post(`/assignment-requests/${request.id}/withdrawal`, { personId: null, why: 'No nights any more' });
    expect(await on(askedOf.personId)).toMatchObject([{ state: 'closed', why: 'withdrawn' }]);
  });

  it('ends with the rule where whoever asked has taken it back before', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const request = (await ask({ personIds: [personId] }, 1)).json<AssignmentRequest>();
    const rule = await desk.draft('Nights for a while', at(organisationId), { courseId: null, pathId });
    await desk.applied(rule);
    const taken = await adviser.post(`/assignment-requests/${request.id}/withdrawal`, { personId, why: 'By rule now' });
    expect(taken.status).toBe(204);
    expect(await on(personId)).toMatchObject([{ state: 'open', rule: true }]);
    const { digest } = (await adviser.get(`/rules/${rule.ruleId}/end`)).json<RuleEndPreview>();
    await adviser.post(`/rules/${rule.ruleId}/end`, { reason: 'No nights any more', digest });
    await desk.runs();
    expect(await on(personId)).toMatchObject([{ state: 'closed', why: 'rule-no-longer-asks' }]);
  });
});
