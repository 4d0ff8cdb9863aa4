import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppSetUp, Me, Problem, RecoveryCodes, SecondFactor, SupportPersonPage } from '@lms/contracts';
import { generate } from 'otplib';
import { IdentityFacade } from '../identity.facade.js';
import { type Answer, type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const STEP = 30_000;
let t: TestApp;

beforeAll(async () => {
  t = await testApp({ WAYMARK_SECOND_FACTOR: 'on' });
});
afterAll(() => t.stop());

const code = (answer: Answer) => answer.json<Problem>().code;
const withRole = async (role: string | null) => {
  const personId = await t.make.person({ contactEmail: `p${Math.random()}@home.example` });
  if (role) await t.make.grant({ personId, role });
  return { personId, client: await t.as(personId) };
};
/** Another sign-in of the same person. */
const again = async (personId: string): Promise<Client> => {
  const name = `u${personId.replaceAll('-', '')}`;
  const { accessToken } = (await t.anonymous.post('/auth/token', { name, password: PASSWORD })).json<{
    accessToken: string;
  }>();
  const own = { authorization: `Bearer ${accessToken}` };
  return {
    get: (url) => t.anonymous.get(url, own),
    post: (url, body) => t.anonymous.post(url, body, own),
    put: (url, body) => t.anonymous.put(url, body, own),
    delete: (url) => t.anonymous.delete(url, own),
  };
};
const codeOf = (secret: string, stepsAhead = 0) =>
  generate({ secret, epoch: Math.floor((Date.now() + stepsAhead * STEP) / 1000) });
const setUp = async (client: Client) => {
  const app = (await client.post('/me/second-factor/app')).json<AppSetUp>();
  const confirmed = await client.post('/me/second-factor/app/confirm', { code: await codeOf(app.secret, -1) });
  expect(confirmed.status).toBe(200);
  return { secret: app.secret, codes: confirmed.json<RecoveryCodes>().codes };
};

describe('a second factor', () => {
  it('is demanded of the People Team and administrators before anything else, and of nobody else', async () => {
    for (const role of ['people-team', 'administrator']) {
      const { client } = await withRole(role);
      expect((await client.get('/me')).json<Me>().gate).toBe('set-up-second-factor');
      for (const path of ['/people', '/mails', '/my/notices', '/me/sessions'])
        expect([path, code(await client.get(path))]).toEqual([path, 'set-up-second-factor']);
      expect((await client.post('/auth/password', { current: PASSWORD, password: `${PASSWORD}!` })).status).toBe(403);
    }
    for (const role of ['author', 'auditor', null]) {
      const { client } = await withRole(role);
      expect((await client.get('/me')).json<Me>().gate).toBeNull();
      expect((await client.get('/me/second-factor')).json<SecondFactor>().demanded).toBe(false);
    }
  });

  it('once set up opens this session, ends the others, and is asked of the next', async () => {
    const { personId, client } = await withRole('people-team');
    const other = await again(personId);
    const { secret, codes } = await setUp(client);
    expect(codes).toHaveLength(10);
    expect((await client.get('/people')).status).toBe(200);
    expect((await other.get('/me')).status).toBe(401);

    const next = await again(personId);
    expect(code(await next.get('/people'))).toBe('second-factor');
    // Whoever knows the password alone sets up nothing of their own, and takes nothing away.
    expect(code(await next.post('/me/second-factor/app'))).toBe('second-factor');
    expect(code(await next.post('/me/second-factor/passkeys/options'))).toBe('second-factor');
    expect(code(await next.delete('/me/second-factor/app'))).toBe('second-factor');
    expect(code(await next.post('/me/second-factor/recovery-codes'))).toBe('second-factor');
    expect((await next.post('/auth/second-factor', { code: await codeOf(secret) })).status).toBe(204);
    expect((await next.get('/people')).status).toBe(200);
    // Remembered for the session, not for the person.
    expect(code(await (await again(personId)).get('/people'))).toBe('second-factor');
  });

  it('takes no code twice, nor an older one, also when two come at once', async () => {
    const { personId, client } = await withRole('administrator');
    const { secret } = await setUp(client);
    const [one, other] = [await again(personId), await again(personId)];
    const now = await codeOf(secret);
    const raced = await Promise.all([one, other].map((session) => session.post('/auth/second-factor', { code: now })));
    expect(raced.map(({ status }) => status).sort()).toEqual([204, 422]);
    const late = await again(personId);
    for (const used of [now, await codeOf(secret, -1)])
      expect(code(await late.post('/auth/second-factor', { code: used }))).toBe('wrong-code');
  });

  it('is replaced by a recovery code, once each, which is kept as a hash alone', async () => {
    const { personId, client } = await withRole('people-team');
    const { codes } = await setUp(client);
    const [first = ''] = codes;
    expect((await (await again(personId)).post('/auth/second-factor', { code: first.toLowerCase() })).status).toBe(204);
    expect(code(await (await again(personId)).post('/auth/second-factor', { code: first }))).toBe('wrong-code');
    expect((await client.get('/me/second-factor')).json<SecondFactor>().recoveryCodesLeft).toBe(9);
    const kept = await t.db.sql<{ text: string }>(`select encode(hash, 'escape') as text from recovery_code`);
    expect(kept.some(({ text }) => codes.some((one) => text.includes(one)))).toBe(false);
    const fresh = (await client.post('/me/second-factor/recovery-codes')).json<RecoveryCodes>().codes;
    expect(fresh).toHaveLength(10);
    expect((await (await again(personId)).post('/auth/second-factor', { code: codes[1] })).status).toBe(422);
  });

  it('is sealed where it is kept', async () => {
    const { personId, client } = await withRole('people-team');
    const { secret } = await setUp(client);
    const [row] = await t.db.sql<{ sealed: Buffer }>(
      'select sealed_secret as sealed from authenticator_app where person_id = $1',
      [personId],
    );
    expect(row?.sealed.includes(secret)).toBe(false);
    // Another person's row, copied over, opens nothing.
    const thief = await withRole('people-team');
    await setUp(thief.client);
    await t.db.sql('update authenticator_app set sealed_secret = $2, last_step = 0 where person_id = $1', [
      personId,
      (
        await t.db.sql<{ sealed: Buffer }>(
          'select sealed_secret as sealed from authenticator_app where person_id = $1',
          [thief.personId],
        )
      )[0]?.sealed,
    ]);
    expect((await (await again(personId)).post('/auth/second-factor', { code: '123456' })).status).toBe(500);
  });

  it('is no passkey that nobody asked for, or that signs something else', async () => {
    const { client } = await withRole('people-team');
    const credential = {
      ...{ id: 'AAAA', rawId: 'AAAA', type: 'public-key' },
      response: { clientDataJSON: 'e30', attestationObject: 'oA', authenticatorData: 'AA', signature: 'AA' },
    };
    const add = () => client.post('/me/second-factor/passkeys', { name: 'Mine', credential });
    expect(code(await add())).toBe('passkey-refused');
    const asked = await client.post('/me/second-factor/passkeys/options');
    expect(asked.json<{ rp: { id: string } }>().rp.id).toBe(new URL(t.origin).hostname);
    expect(code(await add())).toBe('passkey-refused');
    expect(await t.db.sql('select from passkey')).toEqual([]);
    expect((await client.get('/me')).json<Me>().gate).toBe('set-up-second-factor');
  });

  it('is guessed at ten times in a quarter of an hour, whatever the session', async () => {
    const { personId, client } = await withRole('people-team');
    const { secret } = await setUp(client);
    for (let i = 0; i < 10; i += 1)
      expect((await (await again(personId)).post('/auth/second-factor', { code: 'ABCD-EFGH-JKLM' })).status).toBe(422);
    expect((await (await again(personId)).post('/auth/second-factor', { code: await codeOf(secret) })).status).toBe(
      429,
    );
  });

  it('can be had by anybody, is asked of them then, and goes with its last way', async () => {
    const { personId, client } = await withRole(null);
    await setUp(client);
    expect(code(await (await again(personId)).get('/my/notices'))).toBe('second-factor');
    expect((await client.delete('/me/second-factor/app')).status).toBe(204);
    expect((await (await again(personId)).get('/my/notices')).status).toBe(200);
    expect(await t.db.sql('select from recovery_code where person_id = $1', [personId])).toEqual([]);
  });

  it('is reset by another administrator with a reason, who signs them out and tells them', async () => {
    const { personId, client } = await withRole('people-team');
    await setUp(client);
    const { personId: adminId, client: admin } = await withRole('administrator');
    await setUp(admin);
    const path = `/support/people/${personId}/second-factor/reset`;
    expect((await client.post(path, { reason: 'Lost' })).status).toBe(403);
    expect((await admin.post(path, { reason: ' ' })).status).toBe(400);
    const name = `u${personId.replaceAll('-', '')}`;
    const { items } = (await admin.get(`/support/people?q=${name}`)).json<SupportPersonPage>();
    expect(items).toMatchObject([{ personId, hasSecondFactor: true, administrator: false, signInName: name }]);
    expect((await admin.post(path, { reason: 'Phone lost, called back' })).status).toBe(204);
    expect((await client.get('/me')).status).toBe(401);
    expect((await (await again(personId)).get('/me')).json<Me>().gate).toBe('set-up-second-factor');
    expect(await t.db.sql(`select actor_id, detail from audit_event where action = 'second-factor.reset'`)).toEqual([
      { actor_id: adminId, detail: { reason: 'Phone lost, called back' } },
    ]);
    expect(await t.db.sql('select subject from mail where person_id = $1', [personId])).toHaveLength(1);
    for (const own of [adminId, adminId.toUpperCase()])
      expect(code(await admin.post(`/support/people/${own}/second-factor/reset`, { reason: 'Mine' }))).toBe(
        'own-second-factor',
      );
  });

  it('of the only administrator is taken away by whoever may use the machine', async () => {
    const { personId, client } = await withRole('administrator');
    const reset = (name: string) => t.app.get(IdentityFacade).resetSecondFactor(name);
    const name = `u${personId.replaceAll('-', '')}`;
    expect([await reset(name), await reset('nobody.here')]).toEqual([null, null]);
    await setUp(client);
    expect(await reset(name.toUpperCase())).toEqual(expect.any(String));
    expect((await client.get('/me')).status).toBe(401);
    expect((await (await again(personId)).get('/me')).json<Me>().gate).toBe('set-up-second-factor');
  });
});
