import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Course, Created, Outcomes, Problem } from '@lms/contracts';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

const seen = (version: number) => ({ 'if-match': `"${version}"` });

describe('outcomes', () => {
  let t: TestApp;
  const people: Record<string, Client> = {};
  beforeAll(async () => {
    t = await testApp();
    for (const role of ['people-team', 'administrator', 'author'] as const) {
      const personId = await t.make.person();
      await t.make.grant({ personId, role });
      people[role] = await t.as(personId);
    }
  });
  afterAll(() => t.stop());
  const list = async () => (await people['author']!.get('/outcomes')).json<Outcomes>();
  const save = (who: string, version: number, items: object[]) =>
    people[who]!.put('/outcomes', { items }, seen(version));
  const course = (outcome: string | null) => ({ code: 'OUT', title: 'Out', outcome });

  it('are a list in an order, kept by the People Team and administrators', async () => {
    expect(await list()).toEqual({ version: 0, items: [] });
    expect((await save('author', 0, [])).status).toBe(403);
    await save('people-team', 0, [
      { name: 'Inspiring Workplaces', retired: false },
      { name: 'Second', retired: false },
    ]);
    const [first, second] = (await list()).items;
    await save(
      'administrator',
      2,
      [second!, first!].map(({ id, name, retired }) => ({ id, name, retired })),
    );
    expect((await list()).items.map(({ name }) => name)).toEqual(['Second', 'Inspiring Workplaces']);
    expect((await save('people-team', 2, [])).status).toBe(412);
  });

  it('are what a course can serve; it follows a new name, and keeps one that was retired', async () => {
    const author = people['author']!;
    const wrong = await author.post('/courses', course('Invented'));
    expect(wrong.json<Problem>().fields?.[0]?.path).toBe('outcome');
    const { id } = (await author.post('/courses', course('Second'))).json<Created>();
    const { version, items } = await list();
    const [second, first] = items.map(({ id: one, name, retired }) => ({ id: one, name, retired }));
    expect((await save('people-team', version, [{ ...second, name: 'First of all' }, first!])).status).toBe(200);
    expect((await author.get(`/courses/${id}`)).json<Course>().outcome).toBe('First of all');
    const found = await author.get(`/catalogue?outcome=${encodeURIComponent('First of all')}`);
    expect(found.status).toBe(200);
    const now = await list();
    expect(now.items[0]).toMatchObject({ name: 'First of all', courses: 1 });
    await save('people-team', now.version, [{ ...second, name: 'First of all', retired: true }, first!]);
    const kept = await author.put(`/courses/${id}`, course('First of all'), seen(1));
    expect(kept.status).toBe(200);
    const retired = await author.post('/courses', { ...course('First of all'), code: 'OUT2' });
    expect(retired.json<Problem>().fields?.[0]?.message).toBe('This outcome was retired. Choose another one.');
  });

  it('are never deleted, and no two have one name', async () => {
    const { version, items } = await list();
    const [first] = items.map(({ id, name, retired }) => ({ id, name, retired }));
    expect((await save('people-team', version, [first!])).status).toBe(422);
    const twice = await save('people-team', version, [
      ...items.map(({ id, name, retired }) => ({ id, name, retired })),
      { name: 'FIRST OF ALL', retired: false },
    ]);
    expect(twice.json<Problem>().fields?.[0]?.path).toBe('items.2.name');
  });
});
