import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Created, MatrixView, MatrixViews, Problem } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

describe('views of the matrix', () => {
  let t: TestApp;
  let helen: Client;
  let daniel: Client;
  let coordinator: Client;
  const courseId = '019bb1f0-0000-7000-8000-000000000000';
  const filters = { by: 'role', standing: 'to-act', columns: courseId };

  beforeAll(async () => {
    t = await testApp();
    const organisationId = await t.make.organisation();
    const reader = async (role: string, givenName: string) => {
      const id = await t.make.person({ givenName, familyName: 'Reader' });
      await t.make.grant({ personId: id, role, ...(role === 'coordinator' ? { organisationId } : {}) });
      return t.as(id);
    };
    helen = await reader('people-team', 'Helen');
    daniel = await reader('people-team', 'Daniel');
    coordinator = await reader('coordinator', 'Rosa');
  });
  afterAll(() => t.stop());

  const viewsOf = async (client: Client) => (await client.get('/matrix/views')).json<MatrixViews>().items;
  const add = (client: Client, name: string, shared = false) => client.post('/matrix/views', { name, shared, filters });
  const one = async (client: Client, name: string) => {
    const found = (await viewsOf(client)).find((view) => view.name === name);
    if (!found) throw new Error(`No view ${name}`);
    return found;
  };
  const save = (client: Client, { id, version }: MatrixView, body: object) =>
    client.put(
      `/matrix/views/${id}`,
      { name: 'Audit', shared: true, filters, ...body },
      { 'if-match': `"${version}"` },
    );

  it('are one’s own, or the People Team’s', async () => {
    expect((await add(helen, 'Mine')).status).toBe(201);
    expect((await add(helen, 'Audit', true)).status).toBe(201);
    expect((await add(coordinator, 'Mine')).status).toBe(201);
    expect((await viewsOf(helen)).map(({ name, mine, shared }) => ({ name, mine, shared }))).toEqual([
      { name: 'Audit', mine: true, shared: true },
      { name: 'Mine', mine: true, shared: false },
    ]);
    expect(await viewsOf(daniel)).toMatchObject([{ name: 'Audit', mine: false, byName: 'Helen Reader', filters }]);
    expect((await viewsOf(coordinator)).map(({ name }) => name)).toEqual(['Mine']);
  });

  it('have a name each, and are shared by the People Team alone', async () => {
    expect((await add(helen, 'mine')).json<Problem>()).toMatchObject({
      code: 'name-taken',
      fields: [{ path: 'name' }],
    });
    expect((await add(coordinator, 'For all', true)).json<Problem>().code).toBe('not-of-the-team');
    const wrong = { name: 'x', filters: { columns: 'not an id' } };
    expect((await helen.post('/matrix/views', wrong)).status).toBe(400);
  });

  it('are changed by whoever sees them, and by nobody who has not seen the newest', async () => {
    const audit = await one(daniel, 'Audit');
    expect((await save(daniel, audit, { filters: { by: 'scheme' } })).status).toBe(204);
    expect(await one(helen, 'Audit')).toMatchObject({ version: 2, filters: { by: 'scheme' } });
    expect((await save(helen, audit, {})).status).toBe(412);
    const mine = await one(helen, 'Mine');
    expect((await save(daniel, mine, {})).status).toBe(404);
    expect((await coordinator.delete(`/matrix/views/${audit.id}`)).status).toBe(404);
    expect((await daniel.delete(`/matrix/views/${audit.id}`)).status).toBe(204);
    expect((await viewsOf(helen)).map(({ name }) => name)).toEqual(['Mine']);
    expect((await add(daniel, 'Mine')).json<Created>().id).toBeTruthy();
  });
});
