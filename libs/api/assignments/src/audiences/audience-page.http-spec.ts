import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Audience,
  AudienceDifference,
  AudienceHistory,
  AudienceRules,
  Created,
  Problem,
  Rule,
} from '@lms/contracts';
import { type AudiencePredicate } from '@lms/domain';
import type { Client, TestApp } from '../../../../../test/http/test-app.js';
import { all, at, type RuleDesk, ruleDesk, SITE } from '../rules/testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let second: Client;
let auditor: Client;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, second, auditor } = desk.given);
}, 60_000);
afterAll(() => t.stop());

const OFFICE: AudiencePredicate = { is: 'group', in: ['office'] };
const saved = async (name: string, predicate: AudiencePredicate): Promise<string> =>
  (await adviser.post('/audiences', { name, predicate })).json<Created>().id;
const rulesOf = async (id: string) => (await auditor.get(`/audiences/${id}/rules`)).json<AudienceRules>().items;
const ruleOf = async (id: string) => (await auditor.get(`/rules/${id}`)).json<Rule>();

describe('the page of a saved audience', () => {
  it('tells who comes in and who goes, by name, before anything is saved', async () => {
    const organisationId = await t.make.organisation();
    const [stays, goes] = [await desk.engaged(organisationId), await desk.engaged(organisationId)];
    const comes = await desk.engaged(organisationId, 'office');
    await t.db.sql('update engagement set employment_group = $2 where id = $1', [goes.engagementId, 'driver']);
    const id = await saved('Site or driver', all(at(organisationId), { is: 'group', in: ['site', 'driver'] }));
    const predicate = all(at(organisationId), { is: 'group', in: ['site', 'office'] });
    const answer = await auditor.post(`/audiences/${id}/compare`, { predicate });
    const found = answer.json<AudienceDifference>();
    expect(found).toMatchObject({ before: 2, after: 2, gains: 1, leaves: 1 });
    expect(found.gaining.map(({ personId }) => personId)).toEqual([comes.personId]);
    expect(found.leaving.map(({ personId }) => personId)).toEqual([goes.personId]);
    expect(JSON.stringify(found)).not.toContain(stays.personId);
    expect((await auditor.get(`/audiences/${id}`)).json<Audience>().version).toBe(1);
    expect((await auditor.post(`/audiences/${goes.personId}/compare`, { predicate })).status).toBe(404);
  });

  it('changes no rule, and says which of them say something else by now', async () => {
    const id = await saved('For rules', SITE);
    const draft = await desk.draft('In force with it', SITE, { audienceId: id });
    await desk.appliedByTwo(draft);
    expect(await rulesOf(id)).toEqual([
      {
        ...{ id: draft.ruleId, name: 'In force with it', number: 1, state: 'in-force' },
        ...{ same: true, words: 'in the site group', openNumber: null },
      },
    ]);
    const before = await ruleOf(draft.ruleId);
    await adviser.put(`/audiences/${id}`, { name: 'For rules', predicate: OFFICE }, { 'if-match': '"1"' });
    expect(await ruleOf(draft.ruleId)).toEqual(before);
    expect(await rulesOf(id)).toMatchObject([{ same: false, words: 'in the site group', openNumber: null }]);

    const begun = await adviser.post(`/audiences/${id}/versions`, { ruleId: draft.ruleId });
    expect(begun.status).toBe(201);
    const { versions } = await ruleOf(draft.ruleId);
    expect(versions.map(({ number, state, predicate }) => [number, state, predicate])).toEqual([
      [2, 'draft', OFFICE],
      [1, 'active', SITE],
    ]);
    expect(versions[0]).toMatchObject({ id: begun.json<Created>().id, audienceId: id, courseId: desk.given.course });
    expect(await rulesOf(id)).toMatchObject([{ number: 2, state: 'draft', same: true, openNumber: 2 }]);
    const again = await adviser.post(`/audiences/${id}/versions`, { ruleId: draft.ruleId });
    expect([again.status, again.json<Problem>().code]).toEqual([409, 'open-already']);
    expect((await auditor.post(`/audiences/${id}/versions`, { ruleId: draft.ruleId })).status).toBe(403);
  });

  it('goes on telling of rules that were made with it and say something else since', async () => {
    const id = await saved('Once', at(await desk.crowd(1)));
    const one = await desk.draft(
      'Made with it once',
      (await auditor.get(`/audiences/${id}`)).json<Audience>().predicate,
      {
        audienceId: id,
      },
    );
    await desk.applied(one);
    const next = await desk.saved(await desk.next(one.ruleId), {
      predicate: at(await desk.crowd(1)),
      audienceId: null,
    });
    await desk.applied(next);
    // A version that takes over on the day on which the one before began leaves it no day.
    expect(await rulesOf(id)).toMatchObject([{ id: one.ruleId, number: 1, state: 'replaced' }]);
    expect((await auditor.get(`/audiences/${id}`)).json<Audience>().rules).toEqual([]);
  });

  it('begins a new rule, whose first draft has a copy of it', async () => {
    const id = await saved('To begin with', SITE);
    const begun = await adviser.post('/rules', { name: 'Begun from it', audienceId: id });
    const [version] = (await ruleOf(begun.json<Created>().id)).versions;
    expect(version).toMatchObject({ state: 'draft', audienceId: id, audienceName: 'To begin with', predicate: SITE });
    const nothing = { name: 'From nothing', audienceId: begun.json<Created>().id };
    expect((await adviser.post('/rules', nothing)).status).toBe(404);
    expect((await auditor.get('/rules?q=From%20nothing')).json<{ items: unknown[] }>().items).toEqual([]);
  });

  it('tells the second of two who change it, and keeps who saved what', async () => {
    const id = await saved('Two at once', SITE);
    const first = await adviser.put(
      `/audiences/${id}`,
      { name: 'Two at once', predicate: OFFICE },
      { 'if-match': '"1"' },
    );
    expect(first.status).toBe(200);
    const late = await second.put(`/audiences/${id}`, { name: 'Two', predicate: SITE }, { 'if-match': '"1"' });
    expect([late.status, late.json<Problem>().code]).toEqual([412, 'changed-meanwhile']);
    // Saved once more without another word, it is nothing to be told.
    await second.put(`/audiences/${id}`, { name: 'Two at once', predicate: OFFICE }, { 'if-match': '"2"' });
    const { items } = (await auditor.get(`/audiences/${id}/history`)).json<AudienceHistory>();
    expect(items).toMatchObject([
      {
        words: 'in the office group',
        wordsBefore: 'in the site group',
        name: 'Two at once',
        nameBefore: 'Two at once',
      },
      { words: 'in the site group', wordsBefore: null, nameBefore: null },
    ]);
    expect(items[0]?.byName).toBeTruthy();
    const logged = (await auditor.get(`/audit-events?targetId=${id}`)).json<{ items: { action: string }[] }>();
    expect(logged.items.map(({ action }) => action)).toEqual(['audience.save', 'audience.save', 'audience.add']);
  });
});
