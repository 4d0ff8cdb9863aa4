import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reconcile, explainAll } from '@lms/api-assignments';
import { Transactions } from '@lms/api-platform';
import type {
  AudienceCount,
  Created,
  Problem,
  Rule,
  RuleExceptionPage,
  RulePreview,
  RuleVersion,
  Today,
  Why,
} from '@lms/contracts';
import { addDays, type AudiencePredicate, londonDate } from '@lms/domain';
import { Client as Pg } from 'pg';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { followRules } from './engine/follow-rules.js';
import { RunRules } from './runs/run-rules.js';
import { StartRuns } from './runs/start-runs.js';

const today = londonDate(new Date());
let t: TestApp;
let [adviser, second, auditor]: Client[] = [];
let [supplier, partner, course, other]: string[] = [];

const SITE: AudiencePredicate = { is: 'group', in: ['site'] };
const at = (organisationId: string, tiers = false): AudiencePredicate => ({
  is: 'organisation',
  in: [organisationId],
  tiers,
});
const all = (...of: AudiencePredicate[]): AudiencePredicate => ({ is: 'all', of });
const AFTER_14 = { kind: 'after-assignment', days: 14, realisticDays: 7 };

beforeAll(async () => {
  t = await testApp();
  const team = await Promise.all(Array.from({ length: 3 }, () => t.make.person()));
  await t.make.grant({ personId: team[0]!, role: 'people-team' });
  await t.make.grant({ personId: team[1]!, role: 'people-team' });
  await t.make.grant({ personId: team[2]!, role: 'auditor' });
  [adviser, second, auditor] = await Promise.all(team.map((id) => t.as(id)));
  supplier = await t.make.organisation({ name: 'Kestrel Vane Barriers' });
  partner = await t.make.organisation({ kind: 'partner', name: 'Costain' });
  [course, other] = await Promise.all(['Plant–person interface', 'Welcome'].map((title) => t.make.course({ title })));
  for (const courseId of [course!, other!]) {
    await t.make.publish(await t.make.courseVersion({ courseId, validityMonths: 24 }));
  }
}, 60_000);
afterAll(() => t.stop());

/** Somebody engaged, as one would be by the screens. */
async function engaged(organisationId: string, group = 'site', more: object = {}) {
  const personId = await t.make.person();
  const body = {
    organisationId,
    employeeNumber: personId.slice(-12),
    jobRole: 'Operative',
    employmentGroup: group,
    startsOn: addDays(today, -100),
    ...more,
  };
  const added = await adviser!.post(`/people/${personId}/engagements`, body);
  expect([added.status, added.body]).toEqual([201, expect.anything()]);
  await t.drain();
  return { personId, engagementId: added.json<Created>().id, body };
}

async function draft(name: string, predicate: AudiencePredicate, more: object = {}): Promise<RuleVersion> {
  const { id } = (await adviser!.post('/rules', { name })).json<Created>();
  const version = (await adviser!.get(`/rules/${id}`)).json<Rule>().versions[0]!;
  return saved(version, { predicate, ...more });
}
async function saved(version: RuleVersion, more: object): Promise<RuleVersion> {
  const body = { courseId: course, due: AFTER_14, effectiveOn: today, ...more };
  const answer = await adviser!.put(`/rule-versions/${version.id}`, body, { 'if-match': `"${version.version}"` });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.json<RuleVersion>();
}
const preview = async (id: string) => (await adviser!.post(`/rule-versions/${id}/preview`)).json<RulePreview>();
async function applied(version: RuleVersion): Promise<RulePreview> {
  const made = await preview(version.id);
  const answer = await adviser!.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  await runs();
  return made;
}
/** What the worker does. */
async function runs(): Promise<void> {
  const open = await t.db.sql<{ id: string }>('select id from rule_run where done_at is null');
  for (const { id } of open) await t.app.get(RunRules).run(id);
}
const reasons = (personId: string, courseId = course!) =>
  t.db.sql<{ due: string | null; state: string; ended: string | null; why: string | null; number: number }>(
    `select r.due_on::text as due, a.state, r.ended_why as ended, a.closed_why as why, v.number
     from assignment_reason r join assignment a on a.id = r.assignment_id join rule_version v on v.id = r.rule_version_id
     where a.person_id = $1 and a.course_id = $2 order by a.cycle, v.number, r.since`,
    [personId, courseId],
  );
const complete = (personId: string, courseId: string, on: string, until: string) =>
  t.db.sql(
    `select append_completion($1, $2, (select id from course_version where course_id = $2 and state = 'published'), $3, $4, 'import', $5, '{}', $6)`,
    [personId, courseId, on, until, uuid(), new Date().toISOString()],
  );

describe('an assignment rule', () => {
  it('does what was previewed, follows people from then on, and tells why', async () => {
    const one = await engaged(supplier!);
    const valid = await engaged(supplier!);
    const office = await engaged(supplier!, 'office');
    await complete(valid.personId, course!, addDays(today, -30), addDays(today, 300));
    const version = await draft('Plant for site', all(SITE, at(supplier!)));
    expect(version.sentence).toContain(
      'in the site group and at Kestrel Vane Barriers must hold Plant–person interface within 14 days',
    );
    expect((await auditor!.post(`/rule-versions/${version.id}/preview`)).status).toBe(403);
    const made = await applied(version);
    expect(made).toMatchObject({ people: 2, gains: 2, loses: 0, valid: 1, needsSecondPerson: false });
    expect(made.byOrganisation).toEqual([expect.objectContaining({ name: 'Kestrel Vane Barriers', gains: 2 })]);
    const due = addDays(today, 14);
    expect(await reasons(one.personId)).toMatchObject([{ due, state: 'open' }]);
    // What is valid is not owed now; its renewal stands open already, and the reason has gone on to it.
    expect(await reasons(valid.personId)).toMatchObject([
      { state: 'closed', why: 'already-valid', ended: 'carried-over' },
      { state: 'open', ended: null },
    ]);
    expect(await reasons(office.personId)).toEqual([]);

    const later = await engaged(supplier!, 'site', { startsOn: addDays(today, 10) });
    expect(await reasons(later.personId)).toMatchObject([{ due: addDays(today, 24) }]);
    const saving = await adviser!.put(
      `/engagements/${one.engagementId}`,
      { ...one.body, employmentGroup: 'office' },
      { 'if-match': '"1"' },
    );
    expect(saving.status).toBe(200);
    await t.drain();
    expect(await reasons(one.personId)).toMatchObject([{ ended: 'no-longer-matches', why: 'no-reason-left' }]);

    const client = await t.as(later.personId);
    const why = (await client.get(`/my/courses/${course}/why`)).json<Why>();
    expect(why.reasons).toMatchObject([
      {
        kind: 'rule',
        title: 'Plant for site',
        versionNumber: 1,
        facts: ['in the site group', 'at Kestrel Vane Barriers'],
        endedAt: null,
      },
    ]);
    expect(why.reasons[0]!.ends).toContain('No longer in the site group.');
    const stranger = await t.as((await engaged(partner!)).personId);
    expect((await stranger.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(403);
    const coordinator = await t.make.person();
    await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId: partner! });
    const coordinating = await t.as(coordinator);
    expect((await coordinating.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(404);
    expect((await auditor!.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(200);
  });

  it('refuses to be applied when something changed since the preview', async () => {
    await engaged(partner!);
    const version = await draft('Changed meanwhile', all(SITE, at(partner!)), { courseId: other });
    const made = await preview(version.id);
    await engaged(partner!);
    const refused = await adviser!.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'facts-changed']);
    const edited = await saved(version, { predicate: all(SITE, at(partner!)), courseId: other });
    const old = await adviser!.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([old.status, old.json<Problem>().code]).toEqual([409, 'preview-again']);
    expect((await applied(edited)).gains).toBeGreaterThanOrEqual(2);
  });

  it('takes a new version over without closing anything', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await engaged(organisationId);
    const first = await draft('Takes over', at(organisationId));
    await applied(first);
    const again = await adviser!.put(`/rule-versions/${first.id}`, {}, { 'if-match': `"${first.version}"` });
    expect(again.status).toBeGreaterThanOrEqual(400);
    await expect(
      t.db.sql(`update rule_version set effective_on = '2020-01-01' where id = $1`, [first.id]),
    ).rejects.toThrow(/cannot be changed/);
    const { id } = (await adviser!.post(`/rules/${first.ruleId}/versions`)).json<Created>();
    const version = (await adviser!.get(`/rule-versions/${id}`)).json<RuleVersion>();
    const next = await saved(version, { predicate: at(organisationId), due: { ...AFTER_14, days: 20 } });
    const made = await applied(next);
    expect(made).toMatchObject({ gains: 0, moves: 1 });
    expect(await reasons(personId)).toMatchObject([
      { number: 1, ended: 'new-version', state: 'open' },
      { number: 2, ended: null, state: 'open', due: addDays(today, 20) },
    ]);
    expect(await t.db.sql('select from assignment where person_id = $1', [personId])).toHaveLength(1);
    const ended = await adviser!.post(`/rules/${first.ruleId}/end`, { reason: 'Not needed' });
    expect(ended.status).toBe(200);
    await runs();
    expect((await reasons(personId)).at(-1)).toMatchObject({ ended: 'rule-ended', state: 'closed' });
  });

  it('needs a second person above a hundred people', async () => {
    const organisationId = await t.make.organisation();
    for (let n = 0; n < 101; n += 1) {
      await t.make.engagement({ personId: await t.make.person(), organisationId });
    }
    const version = await draft('Reaches many', at(organisationId), { courseId: other });
    const made = await preview(version.id);
    expect(made.needsSecondPerson).toBe(true);
    const ref = { previewId: made.id };
    const alone = await adviser!.post(`/rule-versions/${version.id}/apply`, ref);
    expect([alone.status, alone.json<Problem>().code]).toEqual([403, 'second-person-needed']);
    expect((await adviser!.post(`/rule-versions/${version.id}/propose`, ref)).status).toBe(200);
    expect((await adviser!.post(`/rule-versions/${version.id}/approve`, ref)).status).toBe(403);
    const page = (await second!.get(`/rule-previews/${made.id}/people?limit=100`)).json<{
      items: unknown[];
      nextCursor: string;
    }>();
    expect([page.items.length, page.nextCursor]).toEqual([100, expect.any(String)]);
    expect((await second!.get(`/rule-previews/${made.id}/people.csv`)).body.split('\r\n')).toHaveLength(103);
    expect((await second!.post(`/rule-versions/${version.id}/approve`, ref)).status).toBe(200);
    expect((await adviser!.post(`/rule-versions/${version.id}/apply`, ref)).status).toBe(200);
    await runs();
    const after = (await adviser!.get(`/rule-versions/${version.id}`)).json<RuleVersion>();
    expect(after).toMatchObject({
      state: 'active',
      people: 101,
      run: { given: 101 },
    });
  });

  it('raises who would have too little time, and takes what is decided', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await engaged(organisationId, 'site', { startsOn: addDays(today, 20) });
    const version = await draft('By a date', at(organisationId), {
      due: { kind: 'on', date: addDays(today, 22), realisticDays: 10 },
    });
    expect(await applied(version)).toMatchObject({ gains: 1, tooSoon: 1 });
    expect(await reasons(personId)).toMatchObject([{ due: addDays(today, 30) }]);
    const open = (await adviser!.get(`/rules/${version.ruleId}/exceptions`)).json<RuleExceptionPage>().items;
    expect(open).toMatchObject([{ policyDueOn: addDays(today, 22), realisticDueOn: addDays(today, 30) }]);
    const decision = { dueOn: addDays(today, 40), note: 'Starts abroad' };
    expect((await adviser!.put(`/rule-exceptions/${open[0]!.id}`, decision, { 'if-match': '"1"' })).status).toBe(200);
    expect(await reasons(personId)).toMatchObject([{ due: addDays(today, 40) }]);
  });

  it('that would feed itself is refused, with the circle named', async () => {
    const own = await draft('Lacks and gives', { is: 'lacks', courseId: course! });
    const refused = await adviser!.post(`/rule-versions/${own.id}/preview`);
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'feeds-itself']);
    const organisationId = await t.make.organisation();
    const a = await draft('First half', all(at(organisationId), { is: 'holds', courseId: other! }));
    await applied(a);
    const b = await draft('Second half', all(at(organisationId), { is: 'holds', courseId: course! }), {
      courseId: other,
    });
    const circle = await adviser!.post(`/rule-versions/${b.id}/preview`);
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
    const holder = await engaged(organisationId);
    const newcomer = await engaged(organisationId, 'site', { startsOn: addDays(today, -20) });
    await applied(
      await draft('Holders', all(at(organisationId), { is: 'holds', courseId: asked }), { courseId: until }),
    );
    const tenure = all(at(organisationId), { is: 'days-since-start', atLeast: 25, atMost: 40 });
    await applied(await draft('Tenure', tenure));
    await complete(holder.personId, asked, today, addDays(today, 3));
    await t.drain();
    expect(await reasons(holder.personId, until)).toMatchObject([{ state: 'open' }]);
    expect(await reasons(newcomer.personId)).toEqual([]);
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
    expect(await reasons(holder.personId, until)).toMatchObject([{ ended: 'no-longer-matches' }]);
    expect(await follow(5)).toBe(1);
    expect(await reasons(newcomer.personId)).toMatchObject([{ state: 'open', due: addDays(today, 19) }]);
    expect(await follow(21)).toBe(1);
    expect(await reasons(newcomer.personId)).toMatchObject([{ state: 'closed', ended: 'no-longer-matches' }]);
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
    const made = (await adviser!.post('/paths', { code: 'ROLE', title: 'New role', kind: 'role' })).json<Created>();
    const [path] = await t.db.sql<{ id: string }>('select id from path_version where path_id = $1', [made.id]);
    const step = { key: uuid(), courseId: other };
    const stages = [{ title: 'First', dayOffset: 3, choices: [], steps: [step] }];
    const body = { audience: { organisationKinds: [], employmentGroups: [] }, sequential: false, stages };
    expect((await adviser!.put(`/path-versions/${path!.id}`, body, { 'if-match': '"1"' })).status).toBe(200);
    await adviser!.post(`/path-versions/${path!.id}/submit`);
    expect((await second!.post(`/path-versions/${path!.id}/publish`)).status).toBe(200);
    await t.drain();
    const { personId, engagementId, body: engagement } = await engaged(organisationId);
    await applied(await draft('Gives a path', all(SITE, at(organisationId)), { courseId: null, pathId: made.id }));
    const enrolments = () =>
      t.db.sql('select state, anchor_on::text as anchor from path_enrolment where person_id = $1', [personId]);
    expect(await enrolments()).toEqual([{ state: 'open', anchor: addDays(today, 14) }]);
    const client = await t.as(personId);
    const why = (await client.get(`/my/courses/${other}/why`)).json<Why>();
    expect(why.reasons).toMatchObject([{ kind: 'path', title: 'New role', dueOn: addDays(today, 17) }]);
    const office = { ...engagement, employmentGroup: 'office' };
    await adviser!.put(`/engagements/${engagementId}`, office, { 'if-match': '"1"' });
    await t.drain();
    expect(await enrolments()).toMatchObject([{ state: 'closed' }]);
    expect((await client.get(`/my/courses/${other}/why`)).json<Why>().state).toBe('closed');
  });

  it('waits for its first day', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await engaged(organisationId);
    const version = await draft('From tomorrow', at(organisationId), { effectiveOn: addDays(today, 1) });
    expect((await applied(version)).gains).toBe(1);
    expect(await reasons(personId)).toEqual([]);
    await t.app.get(StartRuns).due({ at: new Date(), today: addDays(today, 1) });
    expect(
      await t.db.sql('select from rule_run where rule_version_id = $1 and done_at is null', [version.id]),
    ).toHaveLength(1);
    await t.db.sql('delete from rule_run where rule_version_id = $1', [version.id]);
  });

  it('counts an audience, refuses what nobody could read, and saves audiences', async () => {
    const organisationId = await t.make.organisation();
    await engaged(organisationId);
    const count = (await adviser!.post('/audiences/count', { predicate: at(organisationId) })).json<AudienceCount>();
    expect([count.people, count.sample.length]).toEqual([1, 1]);
    let deep: object = { is: 'all', of: [] };
    for (let n = 0; n < 2000; n += 1) deep = { is: 'not', of: deep };
    expect((await adviser!.post('/audiences/count', { predicate: deep })).status).toBe(400);
    const request = { name: 'Site people', predicate: SITE };
    const { id } = (await adviser!.post('/audiences', request)).json<Created>();
    expect((await adviser!.post('/audiences', request)).status).toBe(409);
    expect((await adviser!.put(`/audiences/${id}`, request, { 'if-match': '"7"' })).status).toBe(412);
    expect((await auditor!.get('/audiences')).json<{ items: unknown[] }>().items).toHaveLength(1);
    expect((await adviser!.delete(`/audiences/${id}`, { 'if-match': '"1"' })).status).toBe(204);
  });

  it('leaves nothing to reconcile and nothing that cannot be explained', async () => {
    await runs();
    await t.drain();
    // Other tests have looked ahead; the first time puts right what they left.
    await t.app.get(Reconcile).run();
    expect(await t.app.get(Reconcile).run()).toMatchObject({ given: 0, ended: 0, different: 0 });
    const client = new Pg({ connectionString: t.db.ownerUrl });
    await client.connect();
    const explained = await explainAll(client);
    await client.end();
    expect(explained.reasons).toBeGreaterThan(100);
    expect(explained).toMatchObject({ faults: 0, named: [] });
  });
});
