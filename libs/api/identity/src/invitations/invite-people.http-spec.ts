import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvitePreview, PeopleInvited } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

describe('letting in many at once', () => {
  let t: TestApp;
  let team: Client;
  let coordinator: Client;
  const people: Record<string, string> = {};

  beforeAll(async () => {
    t = await testApp();
    const dunmarsh = await t.make.organisation({ name: 'Dunmarsh' });
    const larkstone = await t.make.organisation({ name: 'Larkstone', parentId: dunmarsh });
    const tollbar = await t.make.organisation({ name: 'Tollbar' });
    const [adviser, rosa] = [await t.make.person(), await t.make.person()];
    await t.make.grant({ personId: adviser, role: 'people-team' });
    await t.make.grant({ personId: rosa, role: 'coordinator', organisationId: dunmarsh });
    [team, coordinator] = [await t.as(adviser), await t.as(rosa)];
    const works = async (
      name: string,
      organisationId: string,
      more: { contactEmail?: string; endsOn?: string } = {},
    ) => {
      const { endsOn, ...person } = more;
      people[name] = await t.make.person({ givenName: name, familyName: 'Worker', ...person });
      await t.make.engagement({ personId: people[name], organisationId, ...(endsOn ? { endsOn } : {}) });
    };
    await works('Ana', dunmarsh, { contactEmail: 'ana@example.org' });
    await works('Bo', larkstone, { contactEmail: 'bo@example.org' });
    await works('Cem', larkstone);
    await works('Dee', dunmarsh, { contactEmail: 'dee@example.org' });
    await works('Elsewhere', tollbar, { contactEmail: 'elsewhere@example.org' });
    await works('Gone', dunmarsh, { contactEmail: 'gone@example.org', endsOn: '2026-01-31' });
    await t.account(people['Dee'] ?? '', 'dee@example.org');
  });
  afterAll(() => t.stop());

  const ids = (...names: string[]) => names.map((name) => people[name] ?? '');
  const preview = async (client: Client, personIds: string[], again = false) =>
    InvitePreview.parse((await client.post('/people/invitations/preview', { personIds, again })).json());
  const invite = (client: Client, personIds: string[], facts: string, again = false) =>
    client.post('/people/invitations', { personIds, again, facts });
  const mails = async () =>
    (
      await t.db.sql<{ to: string }>(
        `select recipient as "to" from mail where subject = 'Your place on Waymark' order by 1`,
      )
    ).map(({ to }) => to);
  const named = (some: readonly { name: string }[]) => some.map(({ name }) => name.split(' ')[0]);

  it('tells whom a mail reaches, who needs a card, and who is in, and mails exactly those', async () => {
    const all = [...ids('Ana', 'Bo', 'Cem', 'Dee', 'Elsewhere', 'Gone'), uuid()];
    const seen = await preview(coordinator, all);
    expect([named(seen.mails), named(seen.cards)]).toEqual([['Ana', 'Bo'], ['Cem']]);
    expect(seen.leftOut).toMatchObject([{ name: 'Dee Worker', reason: 'has-account' }]);
    // Who works elsewhere, who has left, and nobody at all are the same to a coordinator.
    expect(seen.unknown).toBe(3);
    expect(seen.mails[0]?.address).toBeNull();
    expect((await preview(team, ids('Ana', 'Gone'))).leftOut).toMatchObject([{ reason: 'not-yours' }]);
    expect((await preview(team, ids('Ana'))).mails).toMatchObject([{ address: 'ana@example.org' }]);

    expect(PeopleInvited.parse((await invite(coordinator, all, seen.facts)).json())).toEqual({ invited: 2 });
    await t.drain();
    expect(await mails()).toEqual(['ana@example.org', 'bo@example.org']);
  });

  it('invites nobody twice unless asked to, and nobody who was not looked at', async () => {
    const both = ids('Ana', 'Bo');
    const seen = await preview(coordinator, both);
    expect(seen.leftOut).toMatchObject([{ reason: 'invited-already' }, { reason: 'invited-already' }]);
    expect((await invite(coordinator, both, seen.facts)).json()).toEqual({ invited: 0 });
    const once = await preview(coordinator, ids('Ana'), true);
    expect(named(once.mails)).toEqual(['Ana']);
    expect((await invite(coordinator, both, once.facts, true)).json()).toMatchObject({ code: 'facts-changed' });
    expect((await invite(coordinator, ids('Ana'), once.facts, true)).json()).toEqual({ invited: 1 });
    // She chose a password before the mail was written: it would tell her nothing.
    await t.account(people['Ana'] ?? '', 'ana');
    await t.drain();
    expect(await mails()).toEqual(['ana@example.org', 'bo@example.org']);
  });

  it('is for those who let people in', async () => {
    const learner = await t.as(people['Bo'] ?? '');
    expect((await learner.post('/people/invitations/preview', { personIds: ids('Cem') })).status).toBe(403);
    expect((await learner.post('/people/invitations', { personIds: ids('Cem'), facts: '' })).status).toBe(403);
  });
});
