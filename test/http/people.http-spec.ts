import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AddPersonRequest,
  Created,
  History,
  Organisation,
  Person,
  PersonPage,
  PathProgress,
  Today,
} from '@lms/contracts';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from './test-app.js';

const AT = '2026-01-05T09:00:00Z';
const dayFrom = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);

describe('people', () => {
  let t: TestApp;
  let adviser: Client;
  let adviserId: string;
  let dunmarsh: string;
  let larkstone: string;
  let kestrel: string;

  beforeAll(async () => {
    t = await testApp();
    adviserId = await t.make.person({ givenName: 'Helen', familyName: 'Marsh' });
    await t.make.grant({ personId: adviserId, role: 'people-team' });
    adviser = await t.as(adviserId);
    dunmarsh = await t.make.organisation({ name: 'Dunmarsh Surfacing' });
    larkstone = await t.make.organisation({ name: 'Larkstone Labour', parentId: dunmarsh });
    kestrel = await t.make.organisation({ name: 'Kestrel Vane Barriers' });
  });
  afterAll(() => t.stop());

  const request = (
    changes: {
      person?: Partial<AddPersonRequest['person']>;
      engagement?: Partial<AddPersonRequest['engagement']>;
    } & Partial<Pick<AddPersonRequest, 'signInName' | 'invite'>> = {},
  ) => ({
    person: { givenName: 'Aisha', familyName: 'Karim', contactEmail: null, ...changes.person },
    engagement: {
      organisationId: dunmarsh,
      employeeNumber: `N-${uuid()}`,
      jobRole: 'Traffic operative',
      employmentGroup: 'site',
      startsOn: dayFrom(5),
      ...changes.engagement,
    },
    signInName: changes.signInName ?? null,
    invite: changes.invite ?? false,
  });

  it('adds a starter, invites them by mail, and puts them on the path that is meant for them', async () => {
    const course = await t.make.course({ title: 'Site induction', mandatory: true });
    const version = await t.make.courseVersion({ courseId: course });
    await t.db.sql(
      `insert into activity (id, course_version_id, lineage_id, position, kind, title) values ($1, $2, $1, 1, 'in-person', 'Induction')`,
      [uuid(), version],
    );
    await t.make.publish(version);
    const [pathId, pathVersion, stage] = [uuid(), uuid(), uuid()];
    await t.db.sql(
      `insert into learning_path (id, code, title, kind, created_at) values ($1, 'SITE', 'Site operative', 'onboarding', $2)`,
      [pathId, AT],
    );
    await t.db.sql(
      `insert into path_version (id, path_id, number, audience, created_at) values ($1, $2, 1, '{"organisationKinds": ["supplier"], "employmentGroups": ["site"]}', $3)`,
      [pathVersion, pathId, AT],
    );
    await t.db.sql(
      `insert into path_stage (id, path_version_id, position, title, day_offset) values ($1, $2, 1, 'First day', 0)`,
      [stage, pathVersion],
    );
    await t.db.sql(`insert into path_step (id, stage_id, position, course_id) values ($1, $2, 1, $3)`, [
      uuid(),
      stage,
      course,
    ]);
    await t.db.sql(`update path_version set state = 'published', published_at = $2 where id = $1`, [pathVersion, AT]);

    const added = await adviser.post(
      '/people',
      request({ person: { contactEmail: 'aisha@example.org' }, invite: true }),
    );
    expect(added.status).toBe(201);
    const { id } = added.json<Created>();
    await t.drain();
    const person = (await adviser.get(`/people/${id}`)).json<Person>();
    expect(person).toMatchObject({
      name: 'Aisha Karim',
      status: 'planned',
      account: { signInName: 'aisha@example.org', hasPassword: false },
    });
    expect(person.account.invitedAt).not.toBeNull();

    const progress = (await adviser.get(`/paths/${pathId}/progress`)).json<PathProgress>();
    expect(progress).toMatchObject({
      counts: { 'not started': 1, done: 0 },
      items: [{ name: 'Aisha Karim', done: 0, total: 1, nextTitle: 'Site induction', nextDueOn: dayFrom(7) }],
    });

    const [mail] = await t.db.sql<{ text_body: string }>('select text_body from mail');
    const token = /link#([\w-]+)/.exec(mail?.text_body ?? '')?.[1];
    const used = await t.anonymous.post(
      '/auth/link/use',
      { token, password: 'safe and sound 1' },
      { 'sec-fetch-site': 'same-origin' },
    );
    expect(used.status).toBe(200);
    const { accessToken } = (
      await t.anonymous.post('/auth/token', { name: 'aisha@example.org', password: 'safe and sound 1' })
    ).json<{ accessToken: string }>();
    const today = (await t.anonymous.get('/my/today', { authorization: `Bearer ${accessToken}` })).json<Today>();
    expect(today.routes[0]).toMatchObject({
      title: 'Site operative',
      stops: [{ title: 'Site induction', state: 'here' }],
    });

    // The same event again changes nothing; a first day that moves takes every date along.
    const engagement = person.engagements[0];
    const { id: _id, version: seen, organisationName: _o, lineManagerName: _l, schemes: _s, ...rest } = engagement!;
    const moved = await adviser.put(
      `/engagements/${engagement!.id}`,
      { ...rest, startsOn: dayFrom(20) },
      { 'if-match': `"${seen}"` },
    );
    expect(moved.status).toBe(200);
    await t.drain();
    const after = (await adviser.get(`/paths/${pathId}/progress`)).json<PathProgress>();
    expect(after.items).toMatchObject([{ startsOn: dayFrom(20), nextDueOn: dayFrom(20) }]);
    expect(await t.db.sql('select from assignment where person_id = $1', [id])).toHaveLength(1);
  });

  it('says at the field what is wrong, and changes nothing', async () => {
    const first = request({ engagement: { employeeNumber: 'DM-7' } });
    expect((await adviser.post('/people', first)).status).toBe(201);
    const before = await t.db.sql('select from person');
    const field = async (body: unknown) => {
      const answer = await adviser.post('/people', body);
      return [answer.status, answer.json<{ fields: { path: string }[] }>().fields[0]?.path];
    };
    expect(await field(request({ engagement: { employeeNumber: 'dm-7' } }))).toEqual([
      422,
      'engagement.employeeNumber',
    ]);
    expect(await field(request({ engagement: { organisationId: uuid() } }))).toEqual([
      422,
      'engagement.organisationId',
    ]);
    expect(await field(request({ engagement: { lineManagerId: uuid() } }))).toEqual([422, 'engagement.lineManagerId']);
    expect(await field(request({ engagement: { startsOn: '2026-02-30' } }))).toEqual([400, 'engagement.startsOn']);
    expect(await field(request({ signInName: `u${adviserId.replaceAll('-', '')}` }))).toEqual([422, 'signInName']);
    expect(await field(request({ person: { contactEmail: '' }, invite: true }))).toEqual([422, 'person.contactEmail']);
    expect(await t.db.sql('select from person')).toHaveLength(before.length);
  });

  it('does not let two people overwrite each other in silence', async () => {
    const { id } = (await adviser.post('/people', request())).json<Created>();
    const seen = await adviser.get(`/people/${id}`);
    const etag = String(seen.headers['etag']);
    const save = (familyName: string) =>
      adviser.put(`/people/${id}`, { givenName: 'Aisha', familyName }, { 'if-match': etag });
    expect((await save('Karim-Hall')).status).toBe(200);
    expect((await save('Other')).json()).toMatchObject({ status: 412, code: 'changed-meanwhile' });
    const history = (await adviser.get(`/people/${id}/history`)).json<History>();
    expect(history.items[0]).toMatchObject({ what: 'person', change: 'changed', byName: 'Helen Marsh' });
    expect(history.items[0]?.fields).toContainEqual({ name: 'family_name', before: 'Karim', after: 'Karim-Hall' });
  });

  it('refuses a circle of line managers and names it', async () => {
    const boss = await t.make.person({ givenName: 'Priya', familyName: 'Nair' });
    const worker = await t.make.person({ givenName: 'Bryn', familyName: 'Hopkins' });
    await t.make.engagement({ personId: worker, organisationId: kestrel, lineManagerId: boss });
    const bossEngagement = await t.make.engagement({ personId: boss, organisationId: kestrel });
    const answer = await adviser.put(
      `/engagements/${bossEngagement}`,
      {
        organisationId: kestrel,
        employeeNumber: 'K-1',
        jobRole: 'Manager',
        employmentGroup: 'manager',
        startsOn: '2024-01-08',
        lineManagerId: worker,
      },
      { 'if-match': '"1"' },
    );
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/Bryn Hopkins.*Priya Nair/);
  });

  describe('seen by', () => {
    const names = async (client: Client) =>
      (await client.get('/people?limit=100'))
        .json<PersonPage>()
        .items.map((p) => p.name)
        .sort();
    let inDunmarsh: string;
    let inLarkstone: string;
    let inKestrel: string;
    let left: string;
    let coordinator: string;

    beforeAll(async () => {
      const at = async (organisationId: string, familyName: string, endsOn?: string) => {
        const personId = await t.make.person({ givenName: 'S', familyName });
        await t.make.engagement({ personId, organisationId, endsOn });
        return personId;
      };
      const org = await t.make.organisation({ name: 'Own' });
      const below = await t.make.organisation({ name: 'Below', parentId: org });
      const beside = await t.make.organisation({ name: 'Beside' });
      inDunmarsh = await at(org, 'Own');
      inLarkstone = await at(below, 'Below');
      inKestrel = await at(beside, 'Beside');
      left = await at(org, 'Left', '2025-01-01');
      coordinator = await at(org, 'Coordinator');
      await t.make.grant({ personId: coordinator, role: 'coordinator', organisationId: org });
    });

    it('a coordinator: own organisation and the tiers below, never beside, and nobody who has left', async () => {
      const client = await t.as(coordinator);
      expect(await names(client)).toEqual(['S Below', 'S Coordinator', 'S Own']);
      for (const hidden of [inKestrel, left, uuid()]) {
        expect((await client.get(`/people/${hidden}`)).status).toBe(404);
        expect((await client.get(`/people/${hidden}/record`)).status).toBe(404);
        expect((await client.get(`/people/${hidden}/history`)).status).toBe(404);
      }
      expect((await client.get(`/people/${inLarkstone}/record`)).status).toBe(200);
      expect((await client.post('/people', {})).status).toBe(403);
    });

    it('an ordinary learner: themselves, and their organisation by name only', async () => {
      const client = await t.as(inDunmarsh);
      expect(await names(client)).toEqual(['S Own']);
      expect(
        (await client.get('/organisations')).json<{ items: Organisation[] }>().items.map((o) => [o.name, o.people]),
      ).toEqual([['Own', 1]]);
    });

    it('a line manager: direct and indirect reports', async () => {
      const [top, middle, low] = [
        await t.make.person({ givenName: 'T', familyName: 'Top' }),
        await t.make.person({ givenName: 'T', familyName: 'Middle' }),
        await t.make.person({ givenName: 'T', familyName: 'Low' }),
      ];
      const organisationId = await t.make.organisation();
      await t.make.engagement({ personId: top, organisationId });
      await t.make.engagement({ personId: middle, organisationId, lineManagerId: top });
      await t.make.engagement({ personId: low, organisationId, lineManagerId: middle });
      expect(await names(await t.as(top))).toEqual(['T Low', 'T Middle', 'T Top']);
      expect(await names(await t.as(middle))).toEqual(['T Low', 'T Middle']);
    });

    it('an auditor: everybody, changing nothing', async () => {
      const auditor = await t.make.person();
      await t.make.grant({ personId: auditor, role: 'auditor' });
      const client = await t.as(auditor);
      expect((await client.get(`/people/${left}`)).status).toBe(200);
      expect(
        (await client.put(`/people/${left}`, { givenName: 'X', familyName: 'Y' }, { 'if-match': '"1"' })).status,
      ).toBe(403);
    });
  });

  it('pages through a list without losing or repeating anybody', async () => {
    const all = (await adviser.get('/people?limit=100')).json<PersonPage>().items.map((p) => p.id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: PersonPage = (
        await adviser.get(`/people?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      ).json<PersonPage>();
      paged.push(...page.items.map((p) => p.id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('keeps organisations in order: tiers, sponsors, names', async () => {
    const partner = await t.make.organisation({ kind: 'partner', name: 'A partner' });
    const add = (body: Record<string, unknown>) =>
      adviser.post('/organisations', { kind: 'supplier', shortName: 'X', ...body });
    const made = await add({ name: 'Orrin & Pike Drainage', parentId: dunmarsh, sponsorId: partner });
    const one = (await adviser.get(`/organisations/${made.json<Created>().id}`)).json<Organisation>();
    expect(one).toMatchObject({ tier: 2, parentName: 'Dunmarsh Surfacing', sponsorName: 'A partner' });
    expect((await add({ name: 'orrin & pike drainage' })).json()).toMatchObject({
      status: 422,
      fields: [{ path: 'name' }],
    });
    expect((await add({ name: 'B', parentId: partner })).status).toBe(422);
    const circle = await adviser.put(
      `/organisations/${dunmarsh}`,
      { kind: 'supplier', name: 'Dunmarsh Surfacing', shortName: 'D', parentId: larkstone },
      { 'if-match': '"1"' },
    );
    expect(circle.json()).toMatchObject({ status: 422, fields: [{ path: 'parentId' }] });
  });

  it('grants and ends roles, but nobody locks themselves out', async () => {
    const { id } = (await adviser.post('/people', request())).json<Created>();
    const granted = await adviser.post(`/people/${id}/grants`, { role: 'author', startsOn: dayFrom(0) });
    expect(granted.status).toBe(201);
    expect((await adviser.post(`/people/${id}/grants`, { role: 'coordinator', startsOn: dayFrom(0) })).status).toBe(
      400,
    );
    expect((await adviser.post(`/grants/${granted.json<Created>().id}/end`, { endsOn: dayFrom(0) })).status).toBe(204);
    const own = (await adviser.get(`/people/${adviserId}`)).json<Person>().grants[0];
    expect((await adviser.post(`/grants/${own?.id}/end`, { endsOn: dayFrom(0) })).json()).toMatchObject({
      status: 409,
      code: 'own-last-role',
    });
  });
});
