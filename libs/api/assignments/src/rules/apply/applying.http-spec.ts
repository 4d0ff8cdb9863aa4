import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactions } from '@lms/api-platform';
import type { Created, Problem, RuleEndPreview, RuleExceptionPage, RuleVersion, Why } from '@lms/contracts';
import { addDays } from '@lms/domain';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { RunRules } from '../runs/run-rules.js';
import { StartRuns } from '../runs/start-runs.js';
import { AFTER_14, all, at, type RuleDesk, ruleDesk, SITE, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let second: Client;
let auditor: Client;
let supplier: string;
let partner: string;
let course: string;
let other: string;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, second, auditor, supplier, partner, course, other } = desk.given);
}, 60_000);
afterAll(() => t.stop());

describe('applying an assignment rule', () => {
  it('does what was previewed, follows people from then on, and tells why', async () => {
    const one = await desk.engaged(supplier);
    const valid = await desk.engaged(supplier);
    const office = await desk.engaged(supplier, 'office');
    await desk.complete(valid.personId, course, addDays(today, -30), addDays(today, 300));
    const version = await desk.draft('Plant for site', all(SITE, at(supplier)));
    expect(version.sentence).toContain(
      'in the site group and at Kestrel Vane Barriers must hold Plant–person interface within 14 days',
    );
    expect((await auditor.post(`/rule-versions/${version.id}/preview`)).status).toBe(403);
    const made = await desk.applied(version);
    expect(made).toMatchObject({ people: 2, gains: 2, loses: 0, valid: 1, needsSecondPerson: false });
    expect(made.byOrganisation).toEqual([expect.objectContaining({ name: 'Kestrel Vane Barriers', gains: 2 })]);
    const due = addDays(today, 14);
    expect(await desk.reasons(one.personId)).toMatchObject([{ due, state: 'open' }]);
    // What is valid is not owed now; its renewal stands open already, and the reason has gone on to it.
    expect(await desk.reasons(valid.personId)).toMatchObject([
      { state: 'closed', why: 'already-valid', ended: 'carried-over' },
      { state: 'open', ended: null },
    ]);
    expect(await desk.reasons(office.personId)).toEqual([]);

    const later = await desk.engaged(supplier, 'site', { startsOn: addDays(today, 10) });
    expect(await desk.reasons(later.personId)).toMatchObject([{ due: addDays(today, 24) }]);
    const saving = await adviser.put(
      `/engagements/${one.engagementId}`,
      { ...one.body, employmentGroup: 'office' },
      { 'if-match': '"1"' },
    );
    expect(saving.status).toBe(200);
    await t.drain();
    expect(await desk.reasons(one.personId)).toMatchObject([{ ended: 'no-longer-matches', why: 'no-reason-left' }]);

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
    const stranger = await t.as((await desk.engaged(partner)).personId);
    expect((await stranger.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(403);
    const coordinator = await t.make.person();
    await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId: partner });
    const coordinating = await t.as(coordinator);
    expect((await coordinating.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(404);
    expect((await auditor.get(`/people/${later.personId}/courses/${course}/why`)).status).toBe(200);
  });

  it('refuses to be applied when something changed since the preview', async () => {
    await desk.engaged(partner);
    const version = await desk.draft('Changed meanwhile', all(SITE, at(partner)), { courseId: other });
    const made = await desk.preview(version.id);
    await desk.engaged(partner);
    const refused = await adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'facts-changed']);
    const edited = await desk.saved(version, { predicate: all(SITE, at(partner)), courseId: other });
    const old = await adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    expect([old.status, old.json<Problem>().code]).toEqual([409, 'preview-again']);
    expect((await desk.applied(edited)).gains).toBeGreaterThanOrEqual(2);
  });

  it('takes a new version over without closing anything', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const first = await desk.draft('Takes over', at(organisationId));
    await desk.applied(first);
    const again = await adviser.put(`/rule-versions/${first.id}`, {}, { 'if-match': `"${first.version}"` });
    expect(again.status).toBeGreaterThanOrEqual(400);
    await expect(
      t.db.sql(`update rule_version set effective_on = '2020-01-01' where id = $1`, [first.id]),
    ).rejects.toThrow(/cannot be changed/);
    const { id } = (await adviser.post(`/rules/${first.ruleId}/versions`)).json<Created>();
    const version = (await adviser.get(`/rule-versions/${id}`)).json<RuleVersion>();
    const next = await desk.saved(version, { predicate: at(organisationId), due: { ...AFTER_14, days: 20 } });
    const made = await desk.applied(next);
    expect(made).toMatchObject({ gains: 0, moves: 1 });
    expect(await desk.reasons(personId)).toMatchObject([
      { number: 1, ended: 'new-version', state: 'open' },
      { number: 2, ended: null, state: 'open', due: addDays(today, 20) },
    ]);
    expect(await t.db.sql('select from assignment where person_id = $1', [personId])).toHaveLength(1);
    const { digest } = (await adviser.get(`/rules/${first.ruleId}/end`)).json<RuleEndPreview>();
    const ended = await adviser.post(`/rules/${first.ruleId}/end`, { reason: 'Not needed', digest });
    expect(ended.status).toBe(200);
    await desk.runs();
    expect((await desk.reasons(personId)).at(-1)).toMatchObject({ ended: 'rule-ended', state: 'closed' });
  });

  it('gives the days that were previewed also where midnight passes while people are worked through', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const version = await desk.draft('Over midnight', at(organisationId));
    const made = await desk.preview(version.id);
    expect(made.dueDates).toEqual([{ dueOn: addDays(today, 14), people: 1 }]);
    await adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    const tomorrow = { now: () => new Date(Date.now() + 86_400_000), today: () => addDays(today, 1) };
    const [run] = await t.db.sql<{ id: string }>('select id from rule_run where rule_version_id = $1', [version.id]);
    await new RunRules(t.app.get(Transactions), tomorrow).run(run!.id);
    expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 14) }]);
  });

  it('takes no days away where people wait longer to be worked through', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const version = await desk.draft('Lies for days', at(organisationId));
    const made = await desk.preview(version.id);
    await adviser.post(`/rule-versions/${version.id}/apply`, { previewId: made.id });
    const later = { now: () => new Date(Date.now() + 5 * 86_400_000), today: () => addDays(today, 5) };
    const [run] = await t.db.sql<{ id: string }>('select id from rule_run where rule_version_id = $1', [version.id]);
    await new RunRules(t.app.get(Transactions), later).run(run!.id);
    expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 19) }]);
  });

  it('needs a second person above a hundred people', async () => {
    const organisationId = await t.make.organisation();
    for (let n = 0; n < 101; n += 1) {
      await t.make.engagement({ personId: await t.make.person(), organisationId });
    }
    const version = await desk.draft('Reaches many', at(organisationId), { courseId: other });
    const made = await desk.preview(version.id);
    expect(made.needsSecondPerson).toBe(true);
    const ref = { previewId: made.id };
    const alone = await adviser.post(`/rule-versions/${version.id}/apply`, ref);
    expect([alone.status, alone.json<Problem>().code]).toEqual([403, 'second-person-needed']);
    expect((await adviser.post(`/rule-versions/${version.id}/propose`, ref)).status).toBe(200);
    expect((await adviser.post(`/rule-versions/${version.id}/approve`, ref)).status).toBe(403);
    const page = (await second.get(`/rule-previews/${made.id}/people?limit=100`)).json<{
      items: unknown[];
      nextCursor: string;
    }>();
    expect([page.items.length, page.nextCursor]).toEqual([100, expect.any(String)]);
    expect((await second.get(`/rule-previews/${made.id}/people.csv`)).body.split('\r\n')).toHaveLength(103);
    expect((await second.post(`/rule-versions/${version.id}/approve`, ref)).status).toBe(200);
    expect((await adviser.post(`/rule-versions/${version.id}/apply`, ref)).status).toBe(200);
    await desk.runs();
    const after = (await adviser.get(`/rule-versions/${version.id}`)).json<RuleVersion>();
    expect(after).toMatchObject({
      state: 'active',
      people: 101,
      run: { given: 101 },
    });
  });

  it('says afterwards of how many people it asks something new, each once, and of how many no longer', async () => {
    const organisationId = await t.make.organisation();
    const twice = await desk.engaged(organisationId);
    await desk.engaged(organisationId);
    await t.make.engagement({ personId: twice.personId, organisationId, employmentGroup: 'office' });
    const run = async (id: string) => {
      const { given, ended } = (await adviser.get(`/rule-versions/${id}`)).json<RuleVersion>().run!;
      return { given, ended };
    };
    const first = await desk.draft('Counted', at(organisationId));
    expect(await desk.applied(first)).toMatchObject({ people: 2, gains: 2 });
    expect(await run(first.id)).toEqual({ given: 2, ended: 0 });
    const same = await desk.next(first.ruleId);
    await desk.applied(same);
    expect(await run(same.id)).toEqual({ given: 0, ended: 0 });
    const fewer = await desk.saved(await desk.next(first.ruleId), {
      predicate: all(at(organisationId), { is: 'group', in: ['office'] }),
    });
    expect(await desk.applied(fewer)).toMatchObject({ loses: 2 });
    expect(await run(fewer.id)).toEqual({ given: 0, ended: 2 });
  });

  it('raises who would have too little time, and takes what is decided', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId, 'site', { startsOn: addDays(today, 20) });
    const version = await desk.draft('By a date', at(organisationId), {
      due: { kind: 'on', date: addDays(today, 22), realisticDays: 10 },
    });
    expect(await desk.applied(version)).toMatchObject({ gains: 1, tooSoon: 1 });
    expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 30) }]);
    const open = (await adviser.get(`/rules/${version.ruleId}/exceptions`)).json<RuleExceptionPage>().items;
    expect(open).toMatchObject([{ policyDueOn: addDays(today, 22), realisticDueOn: addDays(today, 30) }]);
    const decision = { dueOn: addDays(today, 40), note: 'Starts abroad' };
    expect((await adviser.put(`/rule-exceptions/${open[0]!.id}`, decision, { 'if-match': '"1"' })).status).toBe(200);
    expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 40) }]);
  });

  it('leaves a renewal its own days, also where the rule says the same last one', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const chosen = { personIds: [personId] };
    await adviser.post('/assignment-requests', { courseId: course, why: 'Before any rule', chosen, expected: 1 });
    const until = addDays(today, 300);
    await desk.complete(personId, course, addDays(today, -10), until);
    const due = { kind: 'on', date: until, realisticDays: 7 };
    await desk.applied(await desk.draft('The same day', at(organisationId), { due }));
    await desk.expectExplained();
  });

  it('comes again on days that some year has, and on no others', async () => {
    const version = await desk.draft('By the calendar', at(partner));
    const dates = (days: string[]) => ({
      ...{ predicate: at(partner), courseId: course, due: AFTER_14, effectiveOn: today },
      recurrence: {
        kind: 'own',
        recurrence: { anchor: 'fixed-dates', dates: days, minActiveDays: 30, windowDays: 30 },
      },
    });
    const save = (days: string[]) =>
      adviser.put(`/rule-versions/${version.id}`, dates(days), { 'if-match': `"${version.version}"` });
    expect((await save(['02-30'])).status).toBe(400);
    expect((await save(['04-31'])).status).toBe(400);
    expect((await save(['02-29', '03-31', '11-30', '12-31'])).status).toBe(200);
  });

  it('waits for its first day', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const version = await desk.draft('From tomorrow', at(organisationId), { effectiveOn: addDays(today, 1) });
    expect((await desk.applied(version)).gains).toBe(1);
    expect(await desk.reasons(personId)).toEqual([]);
    await t.app.get(StartRuns).due({ at: new Date(), today: addDays(today, 1) });
    expect(
      await t.db.sql('select from rule_run where rule_version_id = $1 and done_at is null', [version.id]),
    ).toHaveLength(1);
    await t.db.sql('delete from rule_run where rule_version_id = $1', [version.id]);
  });

  it('leaves nothing to reconcile and nothing that cannot be explained', async () => {
    expect(await desk.expectExplained()).toBeGreaterThan(100);
  });
});
