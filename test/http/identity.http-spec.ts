import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me } from '@lms/contracts';
import { type Answer, PASSWORD, testApp, type TestApp } from './test-app.js';

const cookiesOf = (answer: Answer): Record<string, string> => {
  const header = answer.headers['set-cookie'];
  const lines = Array.isArray(header) ? header : [String(header ?? '')];
  return Object.fromEntries(lines.map((l) => (l.split(';')[0] ?? '').split('=') as [string, string]));
};
const asHeader = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([k, v]) => `${k}=${v}`)
    .join('; ');

describe('signing in', () => {
  let t: TestApp;
  let person: string;
  let own: Record<string, string>;

  beforeAll(async () => {
    t = await testApp();
    person = await t.make.person({ givenName: 'Aisha', familyName: 'Karim' });
    await t.make.engagement({ personId: person, organisationId: await t.make.organisation() });
    await t.account(person, 'aisha.karim');
    own = { 'sec-fetch-site': 'same-origin' };
  });
  afterAll(() => t.stop());

  const signIn = (name = 'Aisha.Karim', password = PASSWORD) =>
    t.anonymous.post('/auth/sign-in', { name, password }, own);

  it('sets host-only cookies that scripts cannot read, and says who is signed in', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    expect(answer.json<Me>().name).toBe('Aisha Karim');
    const cookies = [answer.headers['set-cookie']].flat().join('\n');
    expect(cookies).toMatch(/__Host-access=[^;]+;.*HttpOnly; Secure; SameSite=Strict/);
    expect(cookies).toMatch(/__Host-refresh=/);
    expect(cookies).not.toMatch(/Domain=/);
  });

  it('takes cookies only from our own pages, on GET as well', async () => {
    const cookie = asHeader(cookiesOf(await signIn()));
    expect((await t.anonymous.get('/me', { cookie, ...own })).status).toBe(200);
    expect((await t.anonymous.get('/me', { cookie, 'sec-fetch-site': 'same-site' })).status).toBe(401);
    expect((await t.anonymous.get('/me', { cookie })).status).toBe(401);
    expect((await t.anonymous.get('/me', { cookie, origin: t.origin })).status).toBe(200);
    expect((await t.anonymous.get('/me', { cookie, origin: 'http://c-1.waymark.localhost:3000' })).status).toBe(401);
  });

  it('fails alike for a wrong name and a wrong password', async () => {
    const wrongName = await signIn('nobody.here');
    const wrongPassword = await signIn('aisha.karim', 'not the password');
    expect(wrongName.status).toBe(401);
    expect({ ...wrongName.json<object>(), requestId: '' }).toEqual({ ...wrongPassword.json<object>(), requestId: '' });
  });

  it('hands the same successor to the immediate predecessor, and ends the session on any later reuse', async () => {
    const refresh = (token: string) =>
      t.anonymous.post('/auth/refresh', undefined, { ...own, cookie: `__Host-refresh=${token}` });
    const first = cookiesOf(await signIn())['__Host-refresh'] ?? '';
    const second = cookiesOf(await refresh(first))['__Host-refresh'] ?? '';
    expect(second).not.toBe(first);
    expect(cookiesOf(await refresh(first))['__Host-refresh']).toBe(second);
    const third = cookiesOf(await refresh(second))['__Host-refresh'] ?? '';
    expect(third).not.toBe(second);
    expect((await refresh(first)).status).toBe(401);
    // The copy was noticed: whoever holds the newest one is out as well.
    expect((await refresh(third)).status).toBe(401);
  });

  it('refuses the predecessor after its grace', async () => {
    const refresh = (token: string) =>
      t.anonymous.post('/auth/refresh', undefined, { ...own, cookie: `__Host-refresh=${token}` });
    const first = cookiesOf(await signIn())['__Host-refresh'] ?? '';
    await refresh(first);
    await t.db.sql(`update refresh_token set used_at = used_at - interval '31 seconds' where used_at is not null`);
    expect((await refresh(first)).status).toBe(401);
  });

  it('lets two refreshes at the same moment have the same successor', async () => {
    const first = cookiesOf(await signIn())['__Host-refresh'] ?? '';
    const refresh = () => t.anonymous.post('/auth/refresh', undefined, { ...own, cookie: `__Host-refresh=${first}` });
    const answers = await Promise.all([refresh(), refresh(), refresh(), refresh()]);
    expect(new Set(answers.map((a) => cookiesOf(a)['__Host-refresh'])).size).toBe(1);
    expect(answers.map((a) => a.status)).toEqual([204, 204, 204, 204]);
  });

  it('lets nobody else sign a browser in', async () => {
    const answer = await t.anonymous.post(
      '/auth/sign-in',
      { name: 'aisha.karim', password: PASSWORD },
      { 'sec-fetch-site': 'same-site' },
    );
    expect(answer.status).toBe(403);
  });

  it('knows within five seconds that a session was ended, that somebody left, and that a grant was withdrawn', async () => {
    const leaver = await t.make.person();
    const engagement = await t.make.engagement({ personId: leaver, organisationId: await t.make.organisation() });
    await t.make.grant({ personId: leaver, role: 'people-team' });
    const client = await t.as(leaver);
    expect((await client.get('/me')).json<Me>().permissions).toContain('people.write');
    await t.db.sql(`update role_grant set ends_on = '2024-02-01' where person_id = $1`, [leaver]);
    await t.db.sql(`update engagement set ends_on = '2024-02-01' where id = $1`, [engagement]);
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    expect((await client.get('/me')).status).toBe(401);
  });

  it('signs out everywhere at once', async () => {
    const one = asHeader(cookiesOf(await signIn()));
    const two = asHeader(cookiesOf(await signIn()));
    expect((await t.anonymous.get('/me', { cookie: two, ...own })).status).toBe(200);
    expect((await t.anonymous.post('/auth/sign-out-everywhere', undefined, { cookie: one, ...own })).status).toBe(204);
    expect((await t.anonymous.get('/me', { cookie: one, ...own })).status).toBe(401);
    expect((await t.anonymous.get('/me', { cookie: two, ...own })).status).toBe(401);
  });

  it('remembers that the privacy notice was accepted', async () => {
    const client = await t.as(await t.make.person());
    expect((await client.get('/me')).json<Me>().privacyNotice).toEqual({ version: 1, accepted: false });
    expect((await client.post('/me/privacy-notice', { version: 1 })).status).toBe(204);
    expect((await client.get('/me')).json<Me>().privacyNotice.accepted).toBe(true);
    expect((await client.post('/me/privacy-notice', { version: 7 })).status).toBe(409);
  });
});

describe('guessing passwords', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.stop());

  it('stops after ten for one account, says when to try again, and leaves others of the same cabin alone', async () => {
    const [a, b] = [await t.make.person(), await t.make.person()];
    await t.account(a, 'first.person');
    await t.account(b, 'second.person');
    const attempt = (name: string, password: string) => t.anonymous.post('/auth/token', { name, password });
    for (let i = 0; i < 10; i += 1) expect((await attempt('first.person', 'wrong password')).status).toBe(401);
    const stopped = await attempt('first.person', PASSWORD);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
    expect((await attempt('second.person', PASSWORD)).status).toBe(200);
  });
});

describe('a mailed link', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await testApp();
  });
  afterAll(() => t.stop());

  const lastLink = async (): Promise<string> => {
    const [mail] = await t.db.sql<{ text_body: string }>('select text_body from mail order by created_at desc limit 1');
    return /link#([\w-]+)/.exec(mail?.text_body ?? '')?.[1] ?? '';
  };

  it('sets the password once, and a forgotten one is answered alike for unknown names', async () => {
    const person = await t.make.person();
    await t.account(person, 'somebody@example.org');
    expect((await t.anonymous.post('/auth/forgotten', { name: 'unknown@example.org' })).status).toBe(202);
    expect(await t.db.sql('select from mail')).toHaveLength(0);
    expect((await t.anonymous.post('/auth/forgotten', { name: 'Somebody@example.org' })).status).toBe(202);
    const token = await lastLink();
    expect((await t.anonymous.post('/auth/link/inspect', { token })).json()).toMatchObject({
      kind: 'reset',
      signInName: 'somebody@example.org',
    });
    const use = () =>
      t.anonymous.post(
        '/auth/link/use',
        { token, password: 'a brand new password' },
        { 'sec-fetch-site': 'same-origin' },
      );
    expect((await use()).status).toBe(200);
    expect((await use()).status).toBe(404);
    expect(
      (await t.anonymous.post('/auth/token', { name: 'somebody@example.org', password: 'a brand new password' }))
        .status,
    ).toBe(200);
  });

  it('is shown with its link to who looks after the mail only where no mail server delivers it', async () => {
    const keeper = await t.make.person();
    await t.make.grant({ personId: keeper, role: 'administrator' });
    const client = await t.as(keeper);
    expect((await t.anonymous.post('/auth/forgotten', { name: 'somebody@example.org' })).status).toBe(202);
    const token = await lastLink();
    const [mail] = await t.db.sql<{ id: string }>('select id from mail order by created_at desc limit 1');
    for (const state of ['waiting', 'sent', 'failed', 'kept']) {
      await t.db.sql('update mail set state = $2 where id = $1', [mail?.id, state]);
      const { body } = await client.get(`/mails/${mail?.id}`);
      expect([state, body.includes(token)]).toEqual([state, state === 'kept']);
    }
  });

  it('refuses a short password with the field that is wrong', async () => {
    const answer = await t.anonymous.post('/auth/link/use', { token: 'x'.repeat(43), password: 'short' });
    expect(answer.status).toBe(400);
    expect(answer.json<{ fields: { path: string }[] }>().fields[0]?.path).toBe('password');
  });
});
