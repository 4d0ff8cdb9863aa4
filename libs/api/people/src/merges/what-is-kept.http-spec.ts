import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppSetUp, CatalogueCourse, Me, MergePreview, RecoveryCodes, SecondFactor } from '@lms/contracts';
import { generate } from 'otplib';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const STEP = 30_000;

/** Bo set up everything under the second entry, and nothing under the first, which is the one that stays. */
describe('what somebody has set up under the entry that joins', () => {
  let t: TestApp;
  let team: Client;
  let keep: string;
  let twin: string;
  let course: string;
  let secret: string;
  let codes: string[];
  let merge: string;

  const codeOf = (stepsAhead = 0) => generate({ secret, epoch: Math.floor((Date.now() + stepsAhead * STEP) / 1000) });
  const signIn = async (name: string): Promise<Client> => {
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
  const setUp = async (client: Client): Promise<string[]> => {
    secret = (await client.post('/me/second-factor/app')).json<AppSetUp>().secret;
    const confirmed = await client.post('/me/second-factor/app/confirm', { code: await codeOf(-1) });
    return confirmed.json<RecoveryCodes>().codes;
  };
  const gate = async (client: Client) => (await client.get('/me')).json<Me>().gate;
  const wishes = async (client: Client) => ({
    saved: (await client.get(`/catalogue/${course}`)).json<CatalogueCourse>().saved,
    without: (await client.get('/my/reminders'))
      .json<{ topics: { topic: string; mail: boolean }[] }>()
      .topics.filter(({ mail }) => !mail)
      .map(({ topic }) => topic),
  });

  beforeAll(async () => {
    t = await testApp({ WAYMARK_SECOND_FACTOR: 'on' });
    const adviser = await t.make.person();
    await t.make.grant({ personId: adviser, role: 'people-team' });
    team = await t.as(adviser);
    await setUp(team);
    [keep, twin] = [await t.make.person(), await t.make.person()];
    const organisationId = await t.make.organisation();
    for (const personId of [keep, twin]) await t.make.engagement({ personId, organisationId });
    await t.account(keep, 'bo.first');
    await t.account(twin, 'bo.second');
    course = await t.make.course({ title: 'Lean' });
    await t.make.courseVersion({ courseId: course, state: 'published' });
    await t.drain();
    const second = await signIn('bo.second');
    expect((await second.put(`/catalogue/${course}/bookmark`, undefined)).status).toBe(204);
    expect((await second.put('/my/reminders/own-wish', { mail: false })).status).toBe(204);
    codes = await setUp(second);
  });
  afterAll(() => t.stop());

  it('counts for the person, by whichever name they sign in', async () => {
    const pair = { keepId: keep, mergeId: twin };
    const { digest } = (await team.post('/merges/preview', pair)).json<MergePreview>();
    const merged = await team.post('/merges', { ...pair, digest, note: '' });
    expect(merged.status).toBe(201);
    merge = merged.json<{ id: string }>().id;
    for (const [name, code] of [
      ['bo.first', codes[0]],
      ['bo.second', await codeOf(1)],
    ] as const) {
      const client = await signIn(name);
      expect([name, await gate(client)]).toEqual([name, 'second-factor']);
      expect([name, (await client.post('/auth/second-factor', { code })).status]).toEqual([name, 204]);
      expect(await gate(client)).toBeNull();
      expect(await wishes(client)).toEqual({ saved: true, without: ['own-wish'] });
      const { app, recoveryCodesLeft } = (await client.get('/me/second-factor')).json<SecondFactor>();
      expect([app !== null, recoveryCodesLeft]).toEqual([true, 9]);
    }
  });

  it('is changed by the person, and the newest choice counts', async () => {
    const client = await signIn('bo.first');
    await client.post('/auth/second-factor', { code: codes[1] });
    expect((await client.put('/my/reminders/own-wish', { mail: true })).status).toBe(204);
    expect((await client.delete(`/catalogue/${course}/bookmark`)).status).toBe(204);
    expect(await wishes(client)).toEqual({ saved: false, without: [] });
    expect((await client.delete('/me/second-factor/app')).status).toBe(204);
    expect((await client.get('/me/second-factor')).json<SecondFactor>()).toMatchObject({
      app: null,
      recoveryCodesLeft: 0,
    });
    expect(await gate(await signIn('bo.second'))).toBeNull();
    codes = await setUp(client);
  });

  it('goes back with its entry', async () => {
    expect((await team.post(`/merges/${merge}/undo`)).status).toBe(204);
    const [first, second] = [await signIn('bo.first'), await signIn('bo.second')];
    // What was set up for the person since stays with whom they were read as.
    expect([await gate(first), await gate(second)]).toEqual(['second-factor', null]);
    expect((await wishes(second)).without).toEqual(['own-wish']);
  });
});
