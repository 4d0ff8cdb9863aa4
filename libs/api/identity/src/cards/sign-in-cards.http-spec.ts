import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CardPersonPage, Me, Problem, SignInCards } from '@lms/contracts';
import { type Client, PASSWORD, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let team: Client;
let coordinator: Client;
let coordinatorId: string;
let tier1: string;
let tier2: string;

beforeAll(async () => {
  t = await testApp();
  const adviser = await t.make.person();
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
  tier1 = await t.make.organisation({ name: 'Brackenfell' });
  tier2 = await t.make.organisation({ parentId: tier1 });
  coordinatorId = await t.make.person();
  await t.make.engagement({ personId: coordinatorId, organisationId: tier1 });
  await t.make.grant({ personId: coordinatorId, role: 'coordinator', organisationId: tier1 });
  coordinator = await t.as(coordinatorId);
});
afterAll(() => t.stop());

const operative = async (organisationId = tier1, names: { givenName?: string; familyName?: string } = {}) => {
  const id = await t.make.person(names);
  await t.make.engagement({ personId: id, organisationId });
  return id;
};
const make = (client: Client, ...ids: string[]) =>
  client.post('/sign-in-cards', { people: ids.map((personId) => ({ personId })) });
const cardsOf = async (client: Client, ...ids: string[]) => {
  const answer = await make(client, ...ids);
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.json<SignInCards>().cards;
};
const signIn = (name: string, password: string) => t.anonymous.post('/auth/token', { name, password });
const bearer = (answer: { json<T>(): T }) => ({
  authorization: `Bearer ${answer.json<{ accessToken: string }>().accessToken}`,
});

describe('a sign-in card', () => {
  it('lets in once, and only to choose a password of one’s own', async () => {
    const id = await operative(tier1, { givenName: 'Łukasz', familyName: 'Nowak' });
    const [card] = await cardsOf(coordinator, id);
    expect(card).toMatchObject({ signInName: 'lukasz.nowak', pin: expect.stringMatching(/^\d{8}$/) });
    const pin = card!.pin;
    const signedIn = await signIn('lukasz.nowak', `${pin.slice(0, 4)} ${pin.slice(4)}`);
    expect(signedIn.status).toBe(200);
    const own = bearer(signedIn);
    expect((await t.anonymous.get('/me', own)).json<Me>().mustChangePassword).toBe(true);
    const refused = await t.anonymous.get('/my/notices', own);
    expect([refused.status, refused.json<Problem>().code]).toEqual([403, 'choose-password']);
    expect((await t.anonymous.post('/auth/first-password', { password: 'short' }, own)).status).toBe(400);
    expect((await t.anonymous.post('/auth/first-password', { password: PASSWORD }, own)).status).toBe(204);
    expect((await t.anonymous.get('/my/notices', own)).status).toBe(200);
    expect((await t.anonymous.post('/auth/first-password', { password: `${PASSWORD}s` }, own)).status).toBe(409);
    expect((await signIn('lukasz.nowak', pin)).status).toBe(401);
    expect((await signIn('lukasz.nowak', PASSWORD)).status).toBe(200);
  });

  it('in place of a password ends it and every session, and says who made it', async () => {
    const id = await operative();
    const client = await t.as(id);
    const [card] = await cardsOf(coordinator, id);
    expect((await client.get('/me')).status).toBe(401);
    expect((await signIn(card!.signInName, PASSWORD)).status).toBe(401);
    expect((await signIn(card!.signInName, card!.pin)).status).toBe(200);
    expect(await t.db.sql('select kind, issued_by from sign_in_card where person_id = $1', [id])).toEqual([
      { kind: 'reset', issued_by: coordinatorId },
    ]);
    expect(
      await t.db.sql(`select actor_id from audit_event where action = 'sign-in-card.make' and target_id = $1`, [id]),
    ).toEqual([{ actor_id: coordinatorId }]);
    const { items } = (await coordinator.get(`/sign-in-cards/people?people=${id}`)).json<CardPersonPage>();
    expect(items).toMatchObject([{ state: 'waiting', signInName: card!.signInName, issuedByName: expect.any(String) }]);
  });

  it('is for the own organisation and the tiers below it, never for its sides or those above', async () => {
    const below = await operative(tier2);
    const beside = await operative(await t.make.organisation());
    expect((await make(coordinator, below)).status).toBe(201);
    for (const ids of [[beside], [below, beside]]) expect((await make(coordinator, ...ids)).status).toBe(404);
    expect(await t.db.sql('select from password where person_id = $1', [beside])).toEqual([]);
    expect((await coordinator.get(`/sign-in-cards/people?people=${beside}`)).json<CardPersonPage>().items).toEqual([]);
    const lower = await t.make.person();
    await t.make.grant({ personId: lower, role: 'coordinator', organisationId: tier2 });
    expect((await make(await t.as(lower), await operative(tier1))).status).toBe(404);
    expect((await make(await t.as(await operative(tier1)), below)).status).toBe(403);
  });

  it('is made for nobody whom mail reaches, who has left, or who holds more', async () => {
    const mailed = await t.make.person({ contactEmail: 'olga@home.example' });
    await t.make.engagement({ personId: mailed, organisationId: tier1 });
    const left = await t.make.person();
    await t.make.engagement({ personId: left, organisationId: tier1, endsOn: '2025-01-31' });
    for (const id of [mailed, left]) expect((await make(team, id)).status).toBe(404);

    const [trainer, admin] = [await operative(), await operative()];
    await t.make.grant({ personId: trainer, role: 'trainer' });
    await t.make.grant({ personId: admin, role: 'administrator' });
    expect((await make(coordinator, trainer)).json<Problem>().code).toBe('holds-more');
    expect((await make(team, admin)).json<Problem>().code).toBe('holds-more');
    expect((await make(team, trainer)).status).toBe(201);
    expect((await make(coordinator, coordinatorId)).status).toBe(409);
  });

  it('is too old after its days, which only who knows the PIN is told', async () => {
    const [card] = await cardsOf(team, await operative());
    const signedIn = bearer(await signIn(card!.signInName, card!.pin));
    await t.db.sql(`update password set pin_until = now() - interval '1 minute' where pin_until is not null`);
    expect((await signIn(card!.signInName, card!.pin)).json<Problem>().code).toBe('card-expired');
    expect((await signIn(card!.signInName, '00000000')).json<Problem>().code).toBe('sign-in-failed');
    const late = await t.anonymous.post('/auth/first-password', { password: PASSWORD }, signedIn);
    expect(late.json<Problem>().code).toBe('card-expired');
  });

  it('is guessed at ten times in a quarter of an hour, by whatever name', async () => {
    const id = await operative();
    const [card] = await cardsOf(team, id);
    await t.db.sql(
      `insert into sign_in_name (id, person_id, name, kind, created_at) values (gen_random_uuid(), $1, 'second.name', 'username', '2020-01-01')`,
      [id],
    );
    for (let i = 0; i < 10; i += 1) await signIn(i % 2 ? 'second.name' : card!.signInName, `1000000${i}`);
    expect((await signIn(card!.signInName, card!.pin)).status).toBe(429);
    expect((await signIn('second.name', card!.pin)).status).toBe(429);
  });

  it('has the name that was chosen, if it is free and can be one', async () => {
    const [one, other] = [await operative(), await operative()];
    const chosen = (personId: string, signInName: string) =>
      team.post('/sign-in-cards', { people: [{ personId, signInName }] });
    expect((await chosen(one, 'kofi')).json<SignInCards>().cards[0]?.signInName).toBe('kofi');
    const taken = await chosen(other, 'Kofi');
    expect(taken.json<Problem>().fields?.[0]?.path).toBe(`people.${other}.signInName`);
    expect((await chosen(other, 'a b')).status).toBe(422);
    expect(await t.db.sql('select from password where person_id = $1', [other])).toEqual([]);
    const twins = [
      await operative(tier1, { givenName: 'Ann', familyName: 'Lee' }),
      await operative(tier1, { givenName: 'Ann', familyName: 'Lee' }),
    ];
    const cards = await cardsOf(team, ...twins);
    expect(cards.map((card) => card.signInName).sort()).toEqual(['ann.lee', 'ann.lee2']);
  });
});
