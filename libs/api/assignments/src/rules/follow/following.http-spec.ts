import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@lms/api-platform';
import type { Created, Problem, Today, Why } from '@lms/contracts';
import { addDays } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { followRules } from '../engine/follow-rules.js';
import { all, at, type RuleDesk, ruleDesk, SITE, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let second: Client;
let course: string;
let other: string;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, second, course, other } = desk.given);
}, 60_000);
afterAll(() => t.stop());

describe('a rule in force', () => {
  it('that would feed itself is refused, with the circle named', async () => {
    const own = await desk.draft('Lacks and gives', { is: 'lacks', courseId: course });
    const refused = await adviser.post(`/rule-versions/${own.id}/preview`);
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'feeds-itself']);
    const organisationId = await t.make.organisation();
    const a = await desk.draft('First half', all(at(organisationId), { is: 'holds', courseId: other }));
    await desk.applied(a);
    const b = await desk.draft('Second half', all(at(organisationId), { is: 'holds', courseId: course }), {
      courseId: other,
    });
    const circle = await adviser.post(`/rule-versions/${b.id}/preview`);
    expect(circle.json<Problem>().detail).toMatch(
      /“First half” → “Second half” → “First half”|“Second half” → “First half” → “Second half”/,
    );
  });

  it('follows completions, expiry and days by the calendar alone', async () => {
    const organisationId = await t.make.organisation();
    const [asked, until] = [
      await t.make.course({ title: 'Asked about' }),
      await t.make.course({ title: 'Given after' }),
    ];
    for (const courseId of [asked, until]) await t.make.publish(await t.make.courseVersion({ courseId }));
    const holder = await desk.engaged(organisationId);
    const newcomer = await desk.engaged(organisationId, 'site', { startsOn: addDays(today, -20) });
    await desk.applied(
      await desk.draft('Holders', all(at(organisationId), { is: 'holds', courseId: asked }), { courseId: until }),
    );
    const tenure = all(at(organisationId), { is: 'days-since-start', atLeast: 25, atMost: 40 });
    await desk.applied(await desk.draft('Tenure', tenure));
    await desk.complete(holder.personId, asked, today, addDays(today, 3));
    await t.drain();
    expect(await desk.reasons(holder.personId, until)).toMatchObject([{ state: 'open' }]);
    expect(await desk.reasons(newcomer.personId)).toEqual([]);
    const on = (days: number) => ({ at: new Date(Date.now() + days * 86_400_000), today: addDays(today, days) });
    const follow = (days: number) =>
      t.app.get(Transactions).run({ actorId: null, at: on(days).at }, async (tx) => {
        const turning: { id: string }[] = await tx.query(
          'select distinct person_id as id from rule_person where next_on <= $1 and person_id = any ($2::uuid[])',
          [on(days).today, [holder.personId, newcomer.personId]],
        );
        if (turning.length > 0) {
          await followRules(tx, on(days), { personIds: turning.map(({ id }) => id), ruleId: null });
        }
        return turning.length;
      });
    expect([await follow(3), await follow(4)]).toEqual([0, 1]);
    expect(await desk.reasons(holder.personId, until)).toMatchObject([{ ended: 'no-longer-matches' }]);
    expect(await follow(5)).toBe(1);
    expect(await desk.reasons(newcomer.personId)).toMatchObject([{ state: 'open', due: addDays(today, 19) }]);
    expect(await follow(21)).toBe(1);
    expect(await desk.reasons(newcomer.personId)).toMatchObject([{ state: 'closed', ended: 'no-longer-matches' }]);
    // Back to the real day, where a read is what makes it right again.
    await t.db.sql(
      'insert into rule_person (rule_id, person_id, next_on) select id, $1, $2 from assignment_rule limit 1',
      [holder.personId, today],
    );
    const shown = (await (await t.as(holder.personId)).get('/my/today')).json<Today>();
    expect(shown.due.map(({ courseId }) => courseId)).toContain(until);
  });

  it('gives a path, and takes it back', async () => {
    const organisationId = await t.make.organisation();
    const made = (await adviser.post('/paths', { code: 'ROLE', title: 'New role', kind: 'role' })).json<Created>();
    const [path] = await t.db.sql<{ id: string }>('select id from path_version where path_id = $1', [made.id]);
    const step = { key: uuid(), courseId: other };
    const stages = [{ title: 'First', dayOffset: 3, choices: [], steps: [step] }];
    const body = { audience: { organisationKinds: [], employmentGroups: [] }, sequential: false, stages };
    expect((await adviser.put(`/path-versions/${path!.id}`, body, { 'if-match': '"1"' })).status).toBe(200);
    await adviser.post(`/path-versions/${path!.id}/submit`);
    expect((await second.post(`/path-versions/${path!.id}/publish`)).status).toBe(200);
    await t.drain();
    const { personId, engagementId, body: engagement } = await desk.engaged(organisationId);
    await desk.applied(
      await desk.draft('Gives a path', all(SITE, at(organisationId)), { courseId: null, pathId: made.id }),
    );
    const enrolments = () =>
      t.db.sql('select state, anchor_on::text as anchor from path_enrolment where person_id = $1', [personId]);
    expect(await enrolments()).toEqual([{ state: 'open', anchor: addDays(today, 14) }]);
    const client = await t.as(personId);
    const why = (await client.get(`/my/courses/${other}/why`)).json<Why>();
    expect(why.reasons).toMatchObject([{ kind: 'path', title: 'New role', dueOn: addDays(today, 17) }]);
    const office = { ...engagement, employmentGroup: 'office' };
    await adviser.put(`/engagements/${engagementId}`, office, { 'if-match': '"1"' });
    await t.drain();
    expect(await enrolments()).toMatchObject([{ state: 'closed' }]);
    expect((await client.get(`/my/courses/${other}/why`)).json<Why>().state).toBe('closed');
  });

  it('keeps a path from being published with a course that would feed its own rule, with the circle named', async () => {
    const organisationId = await t.make.organisation();
    const [harmless, asked] = [await t.make.course({ title: 'Harmless' }), await t.make.course({ title: 'Asked' })];
    for (const courseId of [harmless, asked]) await t.make.publish(await t.make.courseVersion({ courseId }));
    const draftOf = async (id: string, courseIds: string[]) => {
      const [version] = await t.db.sql<{ id: string; version: number }>(
        `select id, version from path_version where path_id = $1 and state = 'draft'`,
        [id],
      );
      const steps = courseIds.map((courseId) => ({ key: uuid(), courseId }));
      const stages = [{ title: 'First', dayOffset: 0, choices: [], steps }];
      const body = { audience: { organisationKinds: [], employmentGroups: [] }, sequential: false, stages };
      const saved = await adviser.put(`/path-versions/${version!.id}`, body, { 'if-match': `"${version!.version}"` });
      expect([saved.status, saved.body]).toEqual([200, expect.anything()]);
      expect((await adviser.post(`/path-versions/${version!.id}/submit`)).status).toBe(200);
      return second.post(`/path-versions/${version!.id}/publish`);
    };
    const { id } = (await adviser.post('/paths', { code: 'FED', title: 'Fed', kind: 'role' })).json<Created>();
    expect((await draftOf(id, [harmless])).status).toBe(200);
    const asks = all(at(organisationId), { is: 'lacks', courseId: asked });
    await desk.applied(await desk.draft('Gives the fed path', asks, { courseId: null, pathId: id }));
    expect((await adviser.post(`/paths/${id}/versions`)).status).toBe(201);
    const refused = await draftOf(id, [harmless, asked]);
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'feeds-itself']);
    expect(refused.json<Problem>().detail).toContain('“Gives the fed path” → “Gives the fed path”');
    const [published] = await t.db.sql(`select number from path_version where path_id = $1 and state = 'published'`, [
      id,
    ]);
    expect(published).toEqual({ number: 1 });
  });

  it('leaves nothing to reconcile and nothing that cannot be explained', async () => {
    expect(await desk.expectExplained()).toBeGreaterThan(0);
  });
});
