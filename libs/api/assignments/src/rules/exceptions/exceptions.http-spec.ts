import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecidedExceptions, Problem, Rule, RuleEndPreview, RuleExceptionPage } from '@lms/contracts';
import { addDays } from '@lms/domain';
import type { Client, TestApp } from '../../../../../../test/http/test-app.js';
import { at, type RuleDesk, ruleDesk, today } from '../testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let course: string;
let other: string;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, course, other } = desk.given);
}, 60_000);
afterAll(() => t.stop());

const on = (days: number) => ({ kind: 'on', date: addDays(today, days), realisticDays: 7 });
const toDecide = async (ruleId: string) => {
  const { items } = (await adviser.get(`/rules/${ruleId}/exceptions`)).json<RuleExceptionPage>();
  expect((await adviser.get(`/rules/${ruleId}`)).json<Rule>().exceptions).toBe(items.length);
  const told = await t.db.sql(`select from decisions_waiting($1) where what = 'rule-dates' and thing_id = $2`, [
    addDays(today, 1),
    ruleId,
  ]);
  expect(told.length > 0).toBe(items.length > 0);
  return items.map(({ personId, policyDueOn, realisticDueOn }) => [personId, policyDueOn, realisticDueOn]);
};

describe('a date that comes too soon', () => {
  it('is to be decided for as long as somebody owes it by the realistic date, and no longer', async () => {
    const organisationId = await t.make.organisation();
    const [done, gone, decided, stays] = [
      await desk.engaged(organisationId),
      await desk.engaged(organisationId),
      await desk.engaged(organisationId),
      await desk.engaged(organisationId),
    ];
    const version = await desk.draft('Too soon for all', at(organisationId), { due: on(2) });
    expect(await desk.applied(version)).toMatchObject({ tooSoon: 4 });
    expect(await toDecide(version.ruleId)).toHaveLength(4);
    await desk.complete(done.personId, course, today, addDays(today, 700));
    const left = { ...gone.body, endsOn: addDays(today, -1) };
    await adviser.put(`/engagements/${gone.engagementId}`, left, { 'if-match': '"1"' });
    await t.drain();
    const { items } = (await adviser.get(`/rules/${version.ruleId}/exceptions`)).json<RuleExceptionPage>();
    const one = items.find(({ personId }) => personId === decided.personId)!;
    const past = await adviser.put(`/rule-exceptions/${one.id}`, { dueOn: addDays(today, -1) }, { 'if-match': '"1"' });
    expect([past.status, past.json<Problem>().detail]).toEqual([422, 'Choose today or a later day.']);
    await adviser.put(`/rule-exceptions/${one.id}`, { dueOn: addDays(today, 20) }, { 'if-match': '"1"' });
    expect(await toDecide(version.ruleId)).toEqual([[stays.personId, addDays(today, 2), addDays(today, 7)]]);
    // A later date, and there is nothing to decide; a rule that ends asks for nothing.
    const later = await desk.saved(await desk.next(version.ruleId), { predicate: at(organisationId), due: on(40) });
    await desk.applied(later);
    expect(await toDecide(version.ruleId)).toEqual([]);
    const again = await desk.saved(await desk.next(version.ruleId), { predicate: at(organisationId), due: on(3) });
    // Who holds it gets no other date.
    expect(await desk.applied(again)).toMatchObject({ tooSoon: 1, moves: 2, keeps: 1 });
    expect(await toDecide(version.ruleId)).toEqual([[stays.personId, addDays(today, 3), addDays(today, 7)]]);
    const { digest } = (await adviser.get(`/rules/${version.ruleId}/end`)).json<RuleEndPreview>();
    await adviser.post(`/rules/${version.ruleId}/end`, { reason: 'Asked by another rule', digest });
    await desk.runs();
    expect(await toDecide(version.ruleId)).toEqual([]);
  });

  it('is decided for all of them at once, who keep the realistic date', async () => {
    const organisationId = await t.make.organisation();
    const people = [await desk.engaged(organisationId), await desk.engaged(organisationId)];
    const version = await desk.draft('Too soon again', at(organisationId), { due: on(1) });
    await desk.applied(version);
    const url = `/rules/${version.ruleId}/exceptions/realistic`;
    expect((await desk.given.auditor.post(url)).status).toBe(403);
    const kept = await adviser.post(url);
    expect([kept.status, kept.json<DecidedExceptions>()]).toEqual([200, { decided: 2 }]);
    expect(await toDecide(version.ruleId)).toEqual([]);
    for (const { personId } of people) {
      expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 7), state: 'open' }]);
    }
    expect((await adviser.post(url)).json<DecidedExceptions>()).toEqual({ decided: 0 });
    expect((await adviser.post(`/rules/${organisationId}/exceptions/realistic`)).status).toBe(404);
  });

  it('is raised when it comes to be known later', async () => {
    const organisationId = await t.make.organisation();
    const { personId } = await desk.engaged(organisationId);
    const due = { kind: 'after-completion', courseId: other, days: 0, realisticDays: 10 };
    const version = await desk.draft('At once after another', at(organisationId), { due });
    await desk.applied(version);
    expect(await toDecide(version.ruleId)).toEqual([]);
    await desk.complete(personId, other, today, addDays(today, 700));
    await t.drain();
    expect(await desk.reasons(personId)).toMatchObject([{ due: addDays(today, 10) }]);
    expect(await toDecide(version.ruleId)).toEqual([[personId, today, addDays(today, 10)]]);
  });

  it('leaves nothing to reconcile and nothing that cannot be explained', async () => {
    expect(await desk.expectExplained()).toBeGreaterThan(0);
  });
});
