import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Organisation, OrganisationPage, Problem, Scheme } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let team: Client;

beforeAll(async () => {
  t = await testApp();
  const adviser = await t.make.person();
  await t.make.grant({ personId: adviser, role: 'people-team' });
  team = await t.as(adviser);
});
afterAll(() => t.stop());

const save = (id: string, changes: Record<string, unknown>, version = 1) =>
  team.put(
    `/organisations/${id}`,
    { kind: 'supplier', name: `Saved ${id}`, shortName: 'S', ...changes },
    { 'if-match': `"${version}"` },
  );
const field = (answer: { json<T>(): T }) => answer.json<Problem>().fields?.[0];

describe('an organisation', () => {
  it('keeps the kind that others rely on', async () => {
    const partner = await t.make.organisation({ kind: 'partner', name: 'Partner' });
    const above = await t.make.organisation({ name: 'Above' });
    await t.make.organisation({ name: 'Under', parentId: above, sponsorId: partner });
    expect(field(await save(above, { kind: 'partner' }))).toEqual({
      path: 'kind',
      message: 'It stays a supplier while suppliers stand below it: Under.',
    });
    expect(field(await save(partner, { kind: 'supplier' }))).toEqual({
      path: 'kind',
      message: 'It stays a partner while it sponsors Under.',
    });
    expect((await save(partner, { kind: 'partner' })).json<Organisation>()).toMatchObject({ version: 2, tier: null });
  });

  it('never stands below itself, and the sentence says how', async () => {
    const one = await t.make.organisation({ name: 'One' });
    const two = await t.make.organisation({ name: 'Two', parentId: one });
    const three = await t.make.organisation({ name: 'Three', parentId: two });
    expect(field(await save(one, { name: 'One', parentId: three }))?.message).toBe(
      'One would stand below Three, which stands below Two, which stands below One.',
    );
    expect(field(await save(one, { name: 'One', parentId: one }))?.path).toBe('parentId');
  });

  it('does not come to stand below itself by two saves at the same moment', async () => {
    const [a, b] = [await t.make.organisation(), await t.make.organisation()];
    const answers = await Promise.all([save(a, { parentId: b }), save(b, { parentId: a })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
  });

  it('is listed in pages, by words and kind', async () => {
    for (const n of [2, 1, 3]) await t.make.organisation({ name: `Page ${n}`, kind: 'partner' });
    const first = (await team.get('/organisations?q=page&kind=partner&limit=2')).json<OrganisationPage>();
    expect(first.items.map((o) => o.name)).toEqual(['Page 1', 'Page 2']);
    const rest = await team.get(`/organisations?q=page&kind=partner&limit=2&cursor=${first.nextCursor}`);
    expect(rest.json<OrganisationPage>()).toMatchObject({ items: [{ name: 'Page 3' }], nextCursor: null });
    // A slip is forgiven where nothing matches as typed.
    const kestrel = await t.make.organisation({ name: 'Kestrel Vane Barriers' });
    const slip = (await team.get('/organisations?q=kesterl')).json<OrganisationPage>();
    expect(slip).toMatchObject({ items: [{ id: kestrel }], nextCursor: null });
    expect((await team.get('/organisations?q=kesterl&kind=client')).json<OrganisationPage>().items).toEqual([]);
    expect((await team.get('/organisations?q=page&kind=client')).json<OrganisationPage>().items).toEqual([]);
  });

  it('of others is not there for somebody who sees only themselves, and cannot be changed by them', async () => {
    const [mine, theirs] = [await t.make.organisation(), await t.make.organisation()];
    const personId = await t.make.person();
    await t.make.engagement({ personId, organisationId: mine });
    const learner = await t.as(personId);
    expect((await learner.get(`/organisations/${mine}`)).status).toBe(200);
    expect((await learner.get(`/organisations/${theirs}`)).status).toBe(404);
    expect((await learner.post('/organisations', { kind: 'supplier', name: 'X', shortName: 'X' })).status).toBe(403);
    expect((await learner.get('/schemes')).json()).toEqual({ items: [], nextCursor: null });
  });
});

describe('a scheme', () => {
  it('has a code of its own and is saved only by whoever saw its newest state', async () => {
    const made = await team.post('/schemes', { code: 'M42', name: 'Interchange', startsOn: '2026-01-01' });
    expect(field(await team.post('/schemes', { code: 'm42', name: 'Another' }))?.path).toBe('code');
    const url = `/schemes/${made.json<{ id: string }>().id}`;
    expect((await team.get(url)).headers['etag']).toBe('"1"');
    const change = { code: 'M42', name: 'M40/M42 Interchange', endsOn: '2027-01-01' };
    expect((await team.put(url, change, { 'if-match': '"1"' })).json<Scheme>()).toMatchObject({
      name: 'M40/M42 Interchange',
      startsOn: null,
      endsOn: '2027-01-01',
      version: 2,
    });
    expect((await team.put(url, change, { 'if-match': '"1"' })).status).toBe(412);
    expect((await team.post('/schemes', { ...change, code: 'Z', startsOn: '2028-01-01' })).status).toBe(400);
  });
});
