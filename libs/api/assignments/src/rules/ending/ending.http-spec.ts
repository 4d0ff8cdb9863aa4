import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Rule, RuleEndPeople, RuleEndPreview, RulePage, RuleVersion } from '@lms/contracts';
import { addDays } from '@lms/domain';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { all, at, type RuleDesk, ruleDesk, SITE, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let second: Client;
let auditor: Client;
let crowd: string;
let many: RuleVersion;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, second, auditor } = desk.given);
  crowd = await desk.crowd(101);
  many = await desk.draft('Reaches many', at(crowd));
  await desk.appliedByTwo(many);
}, 60_000);
afterAll(() => t.stop());

const look = async (ruleId: string) => (await second.get(`/rules/${ruleId}/end`)).json<RuleEndPreview>();
const ask = async (who: Client, ruleId: string, digest: string) =>
  who.post(`/rules/${ruleId}/end`, { reason: 'The law has changed', digest });
const code = (answer: { status: number; json<T>(): T }) => [answer.status, answer.json<Problem>().code];
const rule = async (ruleId: string) => (await adviser.get(`/rules/${ruleId}`)).json<Rule>();
/** What waits for whom, of rules. */
const waiting = () =>
  t.db.sql<{ decider_id: string; what: string }>(
    `select decider_id, what from decisions_waiting($1) where what in ('rule', 'rule-dates') order by 2, 1`,
    [today],
  );

describe('ending a rule', () => {
  it('is shown with who loses it, by name, and done by one where they are few', async () => {
    const { personId } = await desk.engaged(desk.given.supplier);
    const small = await desk.draft('Reaches few', at(desk.given.supplier));
    const other = await desk.draft('Also asks', all(SITE, at(desk.given.supplier)));
    await desk.applied(small);
    await desk.applied(other);
    const seen = await look(small.ruleId);
    expect(seen).toMatchObject({ people: 1, oweStill: 1, needsSecondPerson: false });
    const named = (await auditor.get(`/rules/${small.ruleId}/end/people`)).json<RuleEndPeople>();
    expect(named.items).toMatchObject([{ personId, owesStill: true, dueOn: addDays(today, 14) }]);
    expect((await auditor.get(`/rules/${small.ruleId}/end/people.csv`)).body.trim().split('\r\n')).toHaveLength(2);
    expect((await ask(auditor, small.ruleId, seen.digest)).status).toBe(403);
    await desk.engaged(desk.given.supplier);
    expect(code(await ask(adviser, small.ruleId, seen.digest))).toEqual([409, 'facts-changed']);
    const again = await look(small.ruleId);
    expect((await ask(adviser, small.ruleId, again.digest)).json<Rule>().versions[0]?.state).toBe('ended');
    await desk.runs();
    expect((await desk.reasons(personId)).map(({ ended }) => ended)).toEqual(['rule-ended', null]);
    expect((await look(small.ruleId)).people).toBe(0);
  });

  it('waits for a second person above a hundred people, who is told and sees who loses it', async () => {
    const seen = await look(many.ruleId);
    expect(seen).toMatchObject({ people: 101, oweStill: 0, needsSecondPerson: true });
    const before = await waiting();
    const asked = (await ask(adviser, many.ruleId, seen.digest)).json<Rule>();
    expect(asked).toMatchObject({
      ending: { reason: 'The law has changed', people: 101 },
      versions: [{ state: 'active' }],
    });
    expect(code(await ask(second, many.ruleId, seen.digest))).toEqual([409, 'asked-already']);
    expect(await waiting()).toHaveLength(before.length + 1);
    const list = (await second.get('/rules?show=to-decide')).json<RulePage>().items;
    expect(list.map(({ name, waits }) => [name, waits])).toEqual([['Reaches many', true]]);
    const alone = await adviser.post(`/rules/${many.ruleId}/end/approve`, { digest: seen.digest });
    expect(code(alone)).toEqual([403, 'second-person-needed']);
    await expect(
      t.db.sql(
        `update rule_end set outcome = 'ended', decided_by = asked_by, decided_at = now() where outcome is null`,
      ),
    ).rejects.toThrow(/check/);
  });

  it('is left alone, asked for again, and approved on what is seen then', async () => {
    expect((await second.post(`/rules/${many.ruleId}/end/leave`)).json<Rule>().ending).toBeNull();
    expect(code(await second.post(`/rules/${many.ruleId}/end/leave`))).toEqual([409, 'other-state']);
    const seen = await look(many.ruleId);
    await ask(adviser, many.ruleId, seen.digest);
    await desk.engaged(crowd);
    const stale = await second.post(`/rules/${many.ruleId}/end/approve`, { digest: seen.digest });
    expect(code(stale)).toEqual([409, 'facts-changed']);
    const { digest, people } = await look(many.ruleId);
    expect(people).toBe(102);
    expect((await second.post(`/rules/${many.ruleId}/end/approve`, { digest })).status).toBe(200);
    await desk.runs();
    expect(await rule(many.ruleId)).toMatchObject({
      ending: null,
      versions: [{ state: 'ended', people: 0, endedReason: 'The law has changed' }],
    });
    expect(await waiting()).toEqual([]);
  });

  it('cannot be had through the back door: a version that takes it from many needs two as well', async () => {
    const version = await desk.draft('Narrowed', at(crowd));
    await desk.appliedByTwo(version);
    const narrow = await desk.saved(await desk.next(version.ruleId), {
      predicate: all(at(crowd), at(desk.given.partner)),
    });
    const made = await desk.preview(narrow.id);
    expect(made).toMatchObject({ people: 0, loses: 102, needsSecondPerson: true });
    const ref = { previewId: made.id };
    expect(code(await adviser.post(`/rule-versions/${narrow.id}/apply`, ref))).toEqual([403, 'second-person-needed']);
    expect((await adviser.post(`/rule-versions/${narrow.id}/propose`, ref)).status).toBe(200);
    expect((await waiting()).map(({ what }) => what)).toEqual(['rule']);
  });
});
