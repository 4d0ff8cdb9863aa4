import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditChoices, AuditEntry, AuditPage, type Created, type ListFileItem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { DataSource } from 'typeorm';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { MakeListFile } from '../files/make-list-file.js';

const today = londonDate(new Date());

/** Helen of the People Team changes what somebody does for Costain, and makes a scheme. */
describe('the audit log', () => {
  let t: TestApp;
  let team: Client;
  let administrator: Client;
  let coordinator: Client;
  let helen: string;
  let marek: string;

  beforeAll(async () => {
    t = await testApp();
    const organisationId = await t.make.organisation({ name: 'Costain' });
    const asClient = async (givenName: string, role: string, organisation?: string) => {
      const personId = await t.make.person({ givenName, familyName: 'Marsh' });
      await t.make.grant({ personId, role, organisationId: organisation });
      return [personId, await t.as(personId)] as const;
    };
    [helen, team] = await asClient('Helen', 'people-team');
    [, administrator] = await asClient('Ada', 'administrator');
    [, coordinator] = await asClient('Cora', 'coordinator', organisationId);
    marek = await t.make.person({ givenName: 'Marek', familyName: 'Nowak' });
    const engagement = {
      ...{ organisationId, employeeNumber: 'M-1', jobRole: 'Ganger', employmentGroup: 'site' },
      startsOn: today,
    };
    const { id } = (await team.post(`/people/${marek}/engagements`, engagement)).json<{ id: string }>();
    await team.put(`/engagements/${id}`, { ...engagement, jobRole: 'Foreman' }, { 'if-match': '"1"' });
    await team.post('/schemes', { code: 'NEAR', name: 'Near works' });
  });
  afterAll(() => t.stop());

  const page = async (client: Client, query = '') =>
    AuditPage.parse((await client.get(`/audit-events${query}`)).json());
  const actions = async (query: string) => (await page(team, query)).items.map(({ action }) => action);

  it('tells who did what to whom and from where, newest first', async () => {
    const { items } = await page(administrator);
    expect(items.map(({ action }) => action)).toEqual(['scheme.create', 'engagement.save', 'engagement.add']);
    expect(items[1]).toMatchObject({
      by: { id: helen, name: 'Helen Marsh' },
      target: { kind: 'engagement', name: 'Marek Nowak at Costain' },
      address: '127.0.0.1',
    });
  });

  it('shows what was before and what is since', async () => {
    const [, saved, added] = (await page(team)).items;
    const entry = AuditEntry.parse((await team.get(`/audit-events/${saved?.id}`)).json());
    expect(entry.changes).toMatchObject([
      {
        ...{ kind: 'engagement', name: 'Marek Nowak at Costain', change: 'changed' },
        fields: [{ name: 'job_role', before: 'Ganger', after: 'Foreman' }],
      },
    ]);
    const first = AuditEntry.parse((await team.get(`/audit-events/${added?.id}`)).json());
    expect(first.changes[0]).toMatchObject({ change: 'added' });
    expect(first.changes[0]?.fields).toContainEqual({ name: 'organisation_id', before: null, after: 'Costain' });
  });

  it('takes what an entry says itself where there is no history', async () => {
    await t.db.sql(
      `insert into audit_event (at, actor_id, action, target_type, target_id, detail)
       values ('2026-01-05T09:00:00Z', $1, 'course.save', 'course', gen_random_uuid(), $2)`,
      [
        helen,
        { before: { title: 'Plant', minutes: 5 }, after: { title: 'Plant and people', minutes: 5 }, note: 'Renamed' },
      ],
    );
    const [old] = (await page(team, '?what=course')).items;
    expect(AuditEntry.parse((await team.get(`/audit-events/${old?.id}`)).json())).toMatchObject({
      target: { kind: 'course', name: null },
      detail: [{ name: 'note', value: 'Renamed' }],
      changes: [{ change: 'changed', fields: [{ name: 'title', before: 'Plant', after: 'Plant and people' }] }],
    });
    await t.db.sql(`delete from audit_event where action = 'course.save'`);
  });

  it('is narrowed by what, who, when and a name, and read page by page', async () => {
    expect(AuditChoices.parse((await team.get('/audit-events/choices')).json())).toEqual({
      whats: ['engagement', 'scheme'],
    });
    expect(await actions('?what=scheme')).toEqual(['scheme.create']);
    expect(await actions(`?actorId=${marek}`)).toEqual([]);
    expect(await actions('?q=helen')).toHaveLength(3);
    expect(await actions(`?from=${today}&until=${today}`)).toHaveLength(3);
    expect(await actions(`?until=${addDays(today, -1)}`)).toEqual([]);
    const first = await page(team, '?limit=2');
    expect(first.items).toHaveLength(2);
    expect(await actions(`?limit=2&cursor=${first.nextCursor}`)).toEqual(['engagement.add']);
  });

  it('gives the same as a file, with what changed and how it was narrowed down', async () => {
    const ask = (client: Client) =>
      client.post('/list-files', { list: 'audit', format: 'csv', filters: { what: 'engagement', actorId: helen } });
    const { id } = (await ask(team)).json<Created>();
    await t.app.get(MakeListFile).run(id, new AbortController().signal);
    expect((await team.get(`/list-files/${id}`)).json<ListFileItem>()).toMatchObject({
      ...{ title: 'Audit log', state: 'ready', done: 2 },
      narrowed: ['About: engagement', 'Done by: Helen Marsh'],
    });
    const [head, saved] = (await team.get(`/list-files/${id}/file`)).body.split('\r\n');
    expect(head).toContain('"Day","Time","Who","Action"');
    expect(saved).toContain(`"${today}",`);
    expect(saved).toContain('engagement Marek Nowak at Costain changed (job_role: Ganger, now Foreman)');
    expect((await ask(coordinator)).status).toBe(403);
    expect(await actions('?what=list')).toEqual(['list.take', 'list.export']);
  });

  it('is closed to others, and to changes by anybody', async () => {
    for (const path of ['', '/choices', '/1']) expect((await coordinator.get(`/audit-events${path}`)).status).toBe(403);
    expect((await team.get('/audit-events/999999')).status).toBe(404);
    expect((await team.get('/audit-events?cursor=x')).status).toBe(400);
    for (const method of ['put', 'post'] as const)
      expect((await administrator[method]('/audit-events/1', {})).status).toBe(404);
    for (const words of [`update audit_event set action = 'x'`, 'delete from audit_event', 'truncate audit_event'])
      await expect(t.app.get(DataSource).query(words)).rejects.toThrow('permission denied');
  });
});
