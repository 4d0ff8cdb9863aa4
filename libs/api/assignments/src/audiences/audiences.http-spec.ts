import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Audience, AudienceCount, Created, Problem } from '@lms/contracts';
import type { Client, TestApp } from '../../../../../test/http/test-app.js';
import { at, type RuleDesk, ruleDesk, SITE } from '../rules/testing/rule-desk.test.js';

let desk: RuleDesk;
let t: TestApp;
let adviser: Client;
let auditor: Client;

beforeAll(async () => {
  desk = await ruleDesk();
  ({ t, adviser, auditor } = desk.given);
}, 60_000);
afterAll(() => t.stop());

describe('audiences', () => {
  it('counts an audience, refuses what nobody could read, and saves audiences', async () => {
    const organisationId = await t.make.organisation();
    await desk.engaged(organisationId);
    const count = (await adviser.post('/audiences/count', { predicate: at(organisationId) })).json<AudienceCount>();
    expect([count.people, count.sample.length]).toEqual([1, 1]);
    let deep: object = { is: 'all', of: [] };
    for (let n = 0; n < 2000; n += 1) deep = { is: 'not', of: deep };
    expect((await adviser.post('/audiences/count', { predicate: deep })).status).toBe(400);
    const request = { name: 'Site people', predicate: SITE };
    const { id } = (await adviser.post('/audiences', request)).json<Created>();
    expect((await adviser.post('/audiences', request)).status).toBe(409);
    expect((await adviser.put(`/audiences/${id}`, request, { 'if-match': '"7"' })).status).toBe(412);
    expect((await auditor.get('/audiences')).json<{ items: unknown[] }>().items).toHaveLength(1);
    const rule = await desk.draft('Made with it', SITE, { audienceId: id });
    const used = (await auditor.get(`/audiences/${id}`)).json<Audience>();
    expect(used.rules).toEqual([{ id: rule.ruleId, name: 'Made with it' }]);
    const kept = await adviser.delete(`/audiences/${id}`, { 'if-match': '"1"' });
    expect([kept.status, kept.json<Problem>().detail]).toEqual([409, 'It is used by “Made with it”, so it stays.']);
    expect((await adviser.delete(`/rule-versions/${rule.id}`, { 'if-match': `"${rule.version}"` })).status).toBe(204);
    expect((await adviser.delete(`/audiences/${id}`, { 'if-match': '"1"' })).status).toBe(204);
  });
});
