import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Impersonations, Me, Problem } from '@lms/contracts';
import { type Answer, type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;

beforeAll(async () => {
  t = await testApp();
});
afterAll(() => t.stop());

const code = (answer: Answer) => answer.json<Problem>().code;
const withRole = async (role: string | null) => {
  const personId = await t.make.person();
  if (role) await t.make.grant({ personId, role });
  return { personId, client: await t.as(personId) };
};
const look = (client: Client, personId: string, reason = 'Cannot find the course') =>
  client.post(`/support/people/${personId}/impersonation`, { reason });
const who = async (client: Client) => (await client.get('/me')).json<Me>();
/** As long as a server may go by what it knows of somebody. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 3_100));

describe('looking through somebody’s eyes', () => {
  it('shows what they see and changes nothing, until it is ended', async () => {
    const admin = await withRole('administrator');
    const adviser = await withRole('people-team');
    expect((await look(admin.client, adviser.personId)).status).toBe(204);
    const seen = await who(admin.client);
    expect([seen.personId, seen.permissions.includes('people.write')]).toEqual([adviser.personId, true]);
    expect(Date.parse(seen.impersonation?.endsAt ?? '') - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    expect((await admin.client.get('/people')).status).toBe(200);
    const writes: Answer[] = [
      await admin.client.post('/me/privacy-notice', { version: 1 }),
      await admin.client.post('/auth/sign-out'),
      await admin.client.post('/auth/password', { current: 'x', password: 'a long password' }),
      await admin.client.post('/organisations', {}),
      await admin.client.post('/me/second-factor/app'),
      await admin.client.put(`/people/${adviser.personId}`, {}, { 'if-match': '"1"' }),
      await admin.client.delete('/me/second-factor/app'),
      // Nobody goes on from one to the next.
      await look(admin.client, (await withRole(null)).personId),
    ];
    expect(writes.map((answer) => [answer.status, code(answer)])).toEqual(
      writes.map(() => [403, 'impersonation-read-only']),
    );
    expect((await who(adviser.client)).impersonation).toBeNull();
    expect((await admin.client.post('/support/impersonation/end')).status).toBe(204);
    const own = await who(admin.client);
    expect([own.personId, own.impersonation]).toEqual([admin.personId, null]);
    expect((await admin.client.post('/me/privacy-notice', { version: 1 })).status).toBe(204);
    expect((await admin.client.post('/support/impersonation/end')).status).toBe(204);
  });

  it('is in the audit with both, request by request, refused ones too, and in the account of who was seen', async () => {
    const admin = await withRole('administrator');
    const learner = await withRole(null);
    await look(admin.client, learner.personId, 'Called about an expired card');
    await admin.client.get('/my/notices?limit=3');
    await admin.client.post('/me/privacy-notice', { version: 1 });
    await admin.client.post('/support/impersonation/end');
    const kept = await t.db.sql<{ action: string; what: string }>(
      `select action, concat_ws(' ', detail ->> 'method', detail ->> 'path') as what from audit_event
       where actor_id = $1 and target_id = $2 order by id`,
      [admin.personId, learner.personId],
    );
    expect(kept).toEqual([
      { action: 'impersonation.start', what: '' },
      { action: 'impersonation.request', what: 'GET /api/v1/my/notices' },
      { action: 'impersonation.request', what: 'POST /api/v1/me/privacy-notice' },
      { action: 'impersonation.request', what: 'POST /api/v1/support/impersonation/end' },
      { action: 'impersonation.end', what: '' },
    ]);
    const { items } = (await learner.client.get('/me/impersonations')).json<Impersonations>();
    expect(items).toMatchObject([{ reason: 'Called about an expired card', byName: expect.any(String) }]);
    expect(await t.db.sql('select from privacy_acceptance where person_id = $1', [learner.personId])).toEqual([]);
  });

  it('is for administrators alone, with a reason, and never through the eyes of one, of oneself or of a leaver', async () => {
    const admin = await withRole('administrator');
    const learner = await withRole(null);
    for (const role of ['people-team', 'auditor', null])
      expect((await look((await withRole(role)).client, learner.personId)).status).toBe(403);
    expect((await look(admin.client, learner.personId, '  ')).status).toBe(400);
    for (const id of [(await withRole('administrator')).personId, admin.personId])
      expect(code(await look(admin.client, id))).toBe('never-an-administrator');
    const left = await t.make.person();
    await t.make.engagement({ personId: left, organisationId: await t.make.organisation(), endsOn: '2025-01-31' });
    expect(code(await look(admin.client, left))).toBe('has-left');
    expect((await look(admin.client, '01900000-0000-7000-8000-000000000000')).status).toBe(404);
  });

  it('ends by itself when its time is over, when the administrator is none any more, and when the other becomes one', async () => {
    const looking = async () => {
      const admin = await withRole('administrator');
      const other = await withRole(null);
      await look(admin.client, other.personId);
      expect((await who(admin.client)).personId).toBe(other.personId);
      return { admin, other };
    };
    const [late, none, above] = [await looking(), await looking(), await looking()];
    await t.db.sql(
      `update impersonation set started_at = started_at - interval '30 minutes', ends_at = ends_at - interval '30 minutes'
       where person_id = $1`,
      [late.other.personId],
    );
    await t.db.sql(`update role_grant set ends_on = '2024-02-01' where person_id = $1`, [none.admin.personId]);
    await t.make.grant({ personId: above.other.personId, role: 'administrator' });
    await heard();
    for (const { admin } of [late, none, above]) expect((await who(admin.client)).personId).toBe(admin.personId);
  });

  it('does not pass by the administrator’s own second step', async () => {
    const admin = await withRole('administrator');
    await t.db.sql(
      `insert into passkey (id, person_id, credential_id, public_key, counter, name, created_at)
       values (gen_random_uuid(), $1, 'k', 'k', 0, 'Key ring', now())`,
      [admin.personId],
    );
    await heard();
    expect(code(await look(admin.client, (await withRole(null)).personId))).toBe('second-factor');
  });
});
