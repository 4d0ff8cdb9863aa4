import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Storage } from '@lms/api-platform';
import type { AskListFile, Created, ListFileItem, ListFilePage, NoticePage, Problem } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { EndListFiles } from './end-list-files.js';
import { MakeListFile } from './make-list-file.js';

const today = londonDate(new Date());
const AT = '2026-01-05T09:00:00Z';
const never = new AbortController().signal;

describe('lists as files', () => {
  let t: TestApp;
  let team: Client;
  let coordinator: Client;
  let coordinatorId: string;
  let dunmarsh: string;

  beforeAll(async () => {
    t = await testApp();
    dunmarsh = await t.make.organisation({ name: 'Dunmarsh' });
    const tollbar = await t.make.organisation({ name: 'Tollbar' });
    const courseId = await t.make.course({ title: 'Plant', code: 'PLANT' });
    await t.make.publish(await t.make.courseVersion({ courseId }));
    for (const [name, organisationId] of [
      ['Marek', dunmarsh],
      ['=Siobhan', dunmarsh],
      ['Tom', tollbar],
    ] as const) {
      const personId = await t.make.person({ givenName: name, familyName: 'Worker' });
      const engagementId = await t.make.engagement({ personId, organisationId });
      const [assignment, request] = [uuid(), uuid()];
      const due = addDays(today, -7);
      await t.db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
         values ($1, $2, 'because', '{}', 'given', $3, $4)`,
        [request, courseId, personId, AT],
      );
      await t.db.sql(
        `insert into assignment (id, person_id, course_id, due_on, created_at, state) values ($1, $2, $3, $4, $5, 'open')`,
        [assignment, personId, courseId, due, AT],
      );
      await t.db.sql(
        `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
         values ($1, $2, 'person', $3, $4, $5, $6)`,
        [uuid(), assignment, request, engagementId, due, AT],
      );
    }
    const reader = async (role: string, organisationId?: string) => {
      const id = await t.make.person({ givenName: 'Reader', familyName: role });
      await t.make.grant({ personId: id, role, organisationId });
      return id;
    };
    team = await t.as(await reader('people-team'));
    coordinatorId = await reader('coordinator', dunmarsh);
    coordinator = await t.as(coordinatorId);
  });
  afterAll(() => t.stop());

  const ask = async (client: Client, body: Partial<AskListFile>) =>
    client.post('/list-files', { list: 'overdue', format: 'csv', ...body });
  const made = async (client: Client, body: Partial<AskListFile>): Promise<ListFileItem> => {
    const { id } = (await ask(client, body)).json<Created>();
    await t.app.get(MakeListFile).run(id, never);
    return (await client.get(`/list-files/${id}`)).json<ListFileItem>();
  };
  const linesOf = async (client: Client, body: Partial<AskListFile>) => {
    const { id } = await made(client, body);
    return (await client.get(`/list-files/${id}/file`)).body
      .trimEnd()
      .replace(/^\ufeff/u, '')
      .split('\r\n');
  };
  const sha = async (id: string) =>
    (await t.db.sql<{ sha256: string }>('select sha256 from list_file where id = $1', [id]))[0]?.sha256 ?? '';

  it('hold what whoever asked sees, and nothing that runs', async () => {
    const since = addDays(today, -7);
    expect(await linesOf(team, {})).toEqual([
      '"Person","Organisation","Role","Course code","Course","Standing","Since","Days late"',
      `"'=Siobhan Worker","Dunmarsh","Operative","PLANT","Plant","overdue","${since}","7"`,
      `"Marek Worker","Dunmarsh","Operative","PLANT","Plant","overdue","${since}","7"`,
      `"Tom Worker","Tollbar","Operative","PLANT","Plant","overdue","${since}","7"`,
    ]);
    expect(await linesOf(coordinator, {})).toHaveLength(3);
    expect(await linesOf(team, { filters: { organisationId: dunmarsh } })).toHaveLength(3);
    // What is late in a course that is not among the chosen columns is not shown.
    expect(await linesOf(team, { filters: { columns: uuid() } })).toHaveLength(1);
    expect((await linesOf(coordinator, { list: 'people', filters: { q: 'marek' } }))[1]).toBe(
      '"Marek Worker","Dunmarsh","Operative","Site",,"2024-01-08",,"Current"',
    );
    expect((await linesOf(coordinator, { list: 'matrix' })).slice(1)).toHaveLength(2);
  });

  it('say what they are, how many rows they have, and in what they are written', async () => {
    const file = await made(team, { format: 'xlsx', filters: { organisationId: dunmarsh, standing: 'to-act' } });
    expect(file).toMatchObject({
      ...{ title: 'Overdue and expired', state: 'ready', done: 2, total: 2 },
      narrowed: [
        'Organisation: Dunmarsh, and the tiers below it',
        'Only people with something that is overdue or expired',
      ],
    });
    const answer = await team.get(`/list-files/${file.id}/file`);
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename="Overdue and expired ${today}.xlsx"`,
      'cache-control': 'no-store',
    });
    expect(answer.body.startsWith('PK')).toBe(true);
    const pdf = await made(team, { list: 'people', format: 'pdf' });
    expect((await team.get(`/list-files/${pdf.id}/file`)).body.startsWith('%PDF-1.7')).toBe(true);
    expect((await team.get('/list-files')).json<ListFilePage>().items[0]).toMatchObject({
      id: pdf.id,
      title: 'People',
    });
  });

  it('are found by nobody but who asked', async () => {
    const { id } = await made(team, {});
    expect((await coordinator.get(`/list-files/${id}`)).status).toBe(404);
    expect((await coordinator.get(`/list-files/${id}/file`)).status).toBe(404);
    expect((await coordinator.get('/list-files')).json<ListFilePage>().items.map((file) => file.id)).not.toContain(id);
  });

  it('are for who may see the list, when it is asked for, made and taken', async () => {
    const learner = await t.as(await t.make.person());
    expect((await ask(learner, {})).status).toBe(403);
    expect((await ask(team, { filters: { colour: 'red' } })).json<Problem>()).toMatchObject({ status: 422 });
    const before = await made(coordinator, {});
    const { id } = (await ask(coordinator, {})).json<Created>();
    await t.db.sql(`update role_grant set ends_on = $2 where person_id = $1`, [coordinatorId, addDays(today, -1)]);
    await t.app.get(MakeListFile).run(id, never);
    expect((await coordinator.get(`/list-files/${id}`)).json<ListFileItem>()).toMatchObject({
      state: 'failed',
      refusal: 'You do not have permission to do this.',
    });
    // Who somebody is may be as old as three seconds.
    let status = 200;
    for (let n = 0; n < 50 && status === 200; n += 1) {
      status = (await coordinator.get(`/list-files/${before.id}/file`)).status;
      if (status === 200) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(status).toBe(403);
    await t.db.sql('update role_grant set ends_on = null where person_id = $1', [coordinatorId]);
  });

  it('are made once, five at a time, and told of when that took long', async () => {
    const asked: string[] = [];
    for (let n = 0; n < 5; n += 1) asked.push((await ask(team, {})).json<Created>().id);
    expect((await ask(team, {})).json<Problem>().code).toBe('too-many');
    const make = t.app.get(MakeListFile);
    const [first = '', ...rest] = asked;
    await t.db.sql(`update list_file set asked_at = asked_at - interval '1 minute' where id = $1`, [first]);
    await Promise.all([make.run(first, never), make.run(first, never)]);
    for (const id of rest) await make.run(id, never);
    await t.drain();
    const { items } = (await team.get('/my/notices')).json<NoticePage>();
    expect(items.filter(({ kind }) => kind === 'list-ready')).toMatchObject([
      { title: 'Overdue and expired', link: '/files' },
    ]);
  });

  it('go after a week, and when somebody who may stand in them is erased', async () => {
    const [old, young] = [await made(team, { format: 'xlsx' }), await made(team, { list: 'people' })];
    const address = await sha(old.id);
    await t.db.sql(`update list_file set ends_at = now() - interval '1 second' where id = $1`, [old.id]);
    expect((await team.get(`/list-files/${old.id}/file`)).status).toBe(404);
    await t.app.get(EndListFiles).run();
    expect(await sha(old.id)).toBe('');
    expect(await t.db.sql('select from used_files(array[$1::text])', [address])).toEqual([]);
    expect(await t.app.get(Storage).size(await sha(young.id))).toBeGreaterThan(0);
    await t.db.sql(`insert into outbox_event (at, type, payload) values (now(), 'person.erased', '{}')`);
    await t.drain();
    expect((await team.get(`/list-files/${young.id}`)).json<ListFileItem>().state).toBe('ended');
    expect((await team.get(`/list-files/${young.id}/file`)).status).toBe(404);
  });
});
