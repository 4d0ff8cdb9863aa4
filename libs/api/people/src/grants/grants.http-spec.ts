import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, Person, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const TODAY = londonDate(new Date());
let t: TestApp;
let me: string;
let team: Client;

beforeAll(async () => {
  t = await testApp();
  me = await t.make.person();
  await t.make.grant({ personId: me, role: 'people-team' });
  team = await t.as(me);
});
afterAll(() => t.stop());

const give = (personId: string, grant: Record<string, unknown>) =>
  team.post(`/people/${personId}/grants`, { startsOn: TODAY, ...grant });
const end = (id: string, endsOn: string) => team.post(`/grants/${id}/end`, { endsOn });
const path = (answer: { json<T>(): T }) => answer.json<Problem>().fields?.[0]?.path;
const ownGrants = async () => (await team.get(`/people/${me}`)).json<Person>().grants;

describe('a role', () => {
  it('of a coordinator is for a supplier or partner, and hangs on the employment behind it', async () => {
    const [client, tier1] = [await t.make.organisation({ kind: 'client' }), await t.make.organisation()];
    const tier2 = await t.make.organisation({ parentId: tier1 });
    const [inside, outside] = [await t.make.person(), await t.make.person()];
    const engagement = await t.make.engagement({ personId: inside, organisationId: tier1 });
    expect(path(await give(inside, { role: 'coordinator', organisationId: client }))).toBe('organisationId');
    const behind = async (personId: string) => {
      const { id } = (await give(personId, { role: 'coordinator', organisationId: tier2 })).json<Created>();
      const [row] = await t.db.sql<{ engagement_id: string | null }>(
        'select engagement_id from role_grant where id = $1',
        [id],
      );
      return row?.engagement_id;
    };
    expect([await behind(inside), await behind(outside)]).toEqual([engagement, null]);
  });

  it('is not held twice at once, and its end is not before its start', async () => {
    const personId = await t.make.person();
    const first = await give(personId, { role: 'author', endsOn: addDays(TODAY, 30) });
    expect(first.status).toBe(201);
    expect(path(await give(personId, { role: 'author', startsOn: addDays(TODAY, 30) }))).toBe('role');
    expect((await give(personId, { role: 'author', startsOn: addDays(TODAY, 31) })).status).toBe(201);
    expect(path(await give(personId, { role: 'auditor', endsOn: addDays(TODAY, -1) }))).toBe('endsOn');
    const twice = await Promise.all([1, 2, 3].map(() => give(personId, { role: 'trainer' })));
    expect(twice.map((a) => a.status).sort()).toEqual([201, 422, 422]);
  });

  it('ends once, no earlier than yesterday, and that is told', async () => {
    const personId = await t.make.person();
    await t.make.grant({ personId, role: 'author' });
    const { grants } = (await team.get(`/people/${personId}`)).json<Person>();
    const id = String(grants[0]?.id);
    expect(path(await end(id, addDays(TODAY, -2)))).toBe('endsOn');
    expect((await end(id, addDays(TODAY, -1))).status).toBe(204);
    expect((await end(id, addDays(TODAY, -1))).json<Problem>().code).toBe('already-ended');
    expect((await end('01900000-0000-7000-8000-000000000000', TODAY)).status).toBe(404);
    const events = await t.db.sql(`select payload from outbox_event where type = 'grants.changed' and person_id = $1`, [
      personId,
    ]);
    expect(events).toEqual([{ payload: { personId, grantId: id } }]);
  });

  it('of one’s own People Team ends only while another carries on without a gap', async () => {
    const [own] = await ownGrants();
    const id = String(own?.id);
    const refused = await end(id, addDays(TODAY, 5));
    expect([refused.status, refused.json<Problem>().code]).toEqual([409, 'own-last-role']);
    await t.make.grant({ personId: me, role: 'people-team', startsOn: addDays(TODAY, 6) });
    expect((await end(id, addDays(TODAY, 4))).json<Problem>().code).toBe('own-last-role');
    expect((await end(id, addDays(TODAY, 5))).status).toBe(204);
  });
});
