import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type InviteSupplierRequest, SupplierInvited, SupplierPreview } from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

describe('inviting an organisation with a coordinator', () => {
  let t: TestApp;
  let team: Client;
  let coordinator: Client;
  let dunmarsh: string;
  let near: string;

  beforeAll(async () => {
    t = await testApp();
    dunmarsh = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    near = await t.make.scheme({ name: 'NEAR' });
    const [adviser, other] = [await t.make.person(), await t.make.person()];
    await t.make.grant({ personId: adviser, role: 'people-team' });
    await t.make.grant({ personId: other, role: 'coordinator', organisationId: dunmarsh });
    [team, coordinator] = [await t.as(adviser), await t.as(other)];
  });
  afterAll(() => t.stop());

  const fresh = (name: string, more = {}) => ({
    ...{
      kind: 'new' as const,
      id: uuid(),
      name,
      shortName: name.split(' ')[0] ?? name,
      parentId: dunmarsh,
      sponsorId: null,
    },
    ...{ apart: false, ...more },
  });
  const newcomer = (givenName: string, email: string | null, more = {}) => ({
    ...{
      kind: 'new' as const,
      id: uuid(),
      givenName,
      familyName: 'Kerr',
      email,
      jobRole: 'Office manager',
      apart: false,
    },
    ...more,
  });
  const ask = (
    organisation: InviteSupplierRequest['organisation'],
    someone: InviteSupplierRequest['coordinator'],
  ): InviteSupplierRequest => ({ organisation, coordinator: someone, schemeIds: [near] });
  const preview = async (request: InviteSupplierRequest) =>
    SupplierPreview.parse((await team.post('/suppliers/preview', request)).json());
  const invite = async (request: InviteSupplierRequest, facts?: string) =>
    team.post('/suppliers', { ...request, facts: facts ?? (await preview(request)).facts });
  const mailsTo = (personId: string) =>
    t.db.sql<{ to: string; subject: string }>(
      'select recipient as "to", subject from mail where person_id = $1 order by created_at',
      [personId],
    );

  it('says what it will do, does that at once, and sending it again does nothing more', async () => {
    const request = ask(fresh('Larkstone Labour'), newcomer('Moira', 'moira@larkstone.example'));
    const seen = await preview(request);
    expect(seen).toMatchObject({
      organisation: { name: 'Larkstone Labour', isNew: true, tier: 2, parentName: 'Dunmarsh Surfacing' },
      ...{
        alike: [],
        perhaps: [],
        employeeNumber: 'C1',
        holds: false,
        way: 'mail',
        address: 'moira@larkstone.example',
      },
      coordinator: { name: 'Moira Kerr', isNew: true },
    });
    expect(await t.db.sql('select from organisation where id = $1', [request.organisation.id])).toEqual([]);
    const answer = await invite(request, seen.facts);
    const { organisationId, personId } = SupplierInvited.parse(answer.json());
    await t.drain();
    expect(await mailsTo(personId)).toEqual([{ to: 'moira@larkstone.example', subject: 'Your place on Waymark' }]);
    expect(
      await t.db.sql(
        `select o.kind, o.parent_id, e.work_email, e.scheme_ids, g.role from organisation o join engagement e on e.organisation_id = o.id
         join role_grant g on g.organisation_id = o.id and g.person_id = e.person_id and g.engagement_id = e.id where o.id = $1`,
        [organisationId],
      ),
    ).toEqual([
      {
        ...{ kind: 'supplier', parent_id: dunmarsh, work_email: 'moira@larkstone.example' },
        ...{ scheme_ids: [near], role: 'coordinator' },
      },
    ]);
    expect(await t.db.sql(`select action from audit_event where target_id = $1 order by id`, [organisationId])).toEqual(
      [{ action: 'organisation.create' }, { action: 'supplier.invite' }],
    );
    // The answer was lost on the way.
    expect((await invite(request, seen.facts)).json()).toEqual(answer.json());
    await t.drain();
    expect(await mailsTo(personId)).toHaveLength(1);
    // Her own place is open to her, and nothing beside it.
    const moira = await t.as(personId);
    expect((await moira.get(`/organisations/${organisationId}/crew-totals`)).json()).toMatchObject({ people: 1 });
    expect((await moira.get(`/organisations/${dunmarsh}/crew-totals`)).status).toBe(404);
  });

  it('makes no second entry of what is known, unless it is said to be another', async () => {
    const kestrel = await t.make.organisation({ name: 'Kestrel Vane Barriers' });
    const ana = await t.make.person({ givenName: 'Ana', familyName: 'Kerr', contactEmail: 'ana@kestrel.example' });
    await t.make.engagement({ personId: ana, organisationId: kestrel });
    const request = ask(fresh('Kestrel Vane Barrier Ltd'), newcomer('Ana', 'ana@kestrel.example'));
    const seen = await preview(request);
    expect(seen.alike).toEqual([{ id: kestrel, name: 'Kestrel Vane Barriers', parentName: null }]);
    expect(seen.perhaps).toMatchObject([{ personId: ana, name: 'Ana Kerr' }]);
    expect((await invite(request, seen.facts)).json()).toMatchObject({ status: 409, code: 'perhaps-known' });
    const chosen = ask({ kind: 'existing', id: kestrel }, { kind: 'known', personId: ana });
    expect(await preview(chosen)).toMatchObject({
      ...{ organisation: { isNew: false, tier: 1 }, coordinator: { isNew: false }, employeeNumber: null, way: 'mail' },
    });
    expect((await invite(chosen)).status).toBe(200);
    await t.drain();
    expect(await mailsTo(ana)).toMatchObject([{ subject: 'Your place on Waymark' }]);
    expect(await preview(chosen)).toMatchObject({ holds: true });
    const apart = ask(fresh('Kestrel Vane Barrier Ltd', { apart: true }), newcomer('Ana', null, { apart: true }));
    expect(await preview(apart)).toMatchObject({ alike: [], perhaps: [], way: 'card' });
  });

  it('tells whoever has an account already, and leaves who has no mailbox to a card', async () => {
    const known = await t.make.person({ contactEmail: 'known@example.org' });
    await t.account(known, 'known@example.org');
    const request = ask({ kind: 'existing', id: dunmarsh }, { kind: 'known', personId: known });
    expect(await preview(request)).toMatchObject({ way: 'told', address: 'known@example.org' });
    await invite(request);
    await t.drain();
    expect(await mailsTo(known)).toEqual([
      { to: 'known@example.org', subject: 'You look after Dunmarsh Surfacing on Waymark' },
    ]);
    const silent = SupplierInvited.parse(
      (await invite(ask({ kind: 'existing', id: dunmarsh }, newcomer('Silas', null)))).json(),
    );
    await t.drain();
    expect(silent.way).toBe('card');
    expect(await mailsTo(silent.personId)).toEqual([]);
    const cards = await team.post('/sign-in-cards', { people: [{ personId: silent.personId }], days: 14 });
    expect(cards.status).toBe(201);
  });

  it('does nothing at all where a part of it is refused, and says where', async () => {
    const taken = ask(fresh('Orrin Pike'), newcomer('Lew', 'known@example.org', { familyName: 'Zander' }));
    const answer = await team.post('/suppliers/preview', taken);
    expect(answer.json()).toMatchObject({ status: 422, fields: [{ path: 'coordinator.email' }] });
    expect(await t.db.sql('select from organisation where name = $1', ['Orrin Pike'])).toEqual([]);
    const under = ask(fresh('Orrin Pike', { parentId: uuid() }), newcomer('Lew', null));
    expect((await invite(under)).json()).toMatchObject({ fields: [{ path: 'organisation.parentId' }] });
    expect((await invite(ask(fresh('Orrin Pike'), newcomer('Lew', null)), 'other')).json()).toMatchObject({
      ...{ status: 409, code: 'facts-changed' },
    });
    const client = await t.make.organisation({ kind: 'client' });
    expect(
      (await team.post('/suppliers/preview', ask({ kind: 'existing', id: client }, newcomer('Lew', null)))).json(),
    ).toMatchObject({
      fields: [{ path: 'organisation.id' }],
    });
    expect((await coordinator.post('/suppliers/preview', taken)).status).toBe(403);
    expect((await coordinator.post('/suppliers', { ...taken, facts: '' })).status).toBe(403);
  });
});
