import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AddSchedule,
  AuditPage,
  Created,
  ListFileItem,
  ListFilePage,
  NoticePage,
  Problem,
  ReceivedSchedules,
  Schedule,
  SchedulePage,
  ScheduleRunPage,
} from '@lms/contracts';
import { addDays, londonDate, londonTime, nextRun } from '@lms/domain';
import { SMTPServer } from 'smtp-server';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';
import { EndListFiles } from '../files/end-list-files.js';
import { MakeListFile } from '../files/make-list-file.js';
import { BeginDueRuns } from './begin-due-runs.js';
import { RunSchedule } from './run-schedule.js';

const never = new AbortController().signal;
const yesterday = addDays(londonDate(new Date()), -1);
const mondays: AddSchedule['cadence'] = { every: 'week', weekday: 1, at: '07:30' };

/** Helen of the People Team, Cora who coordinates Dunmarsh, Tom who works for Tollbar and sees nobody. */
describe('schedules of lists', () => {
  let t: TestApp;
  let server: SMTPServer;
  const arrived: { to: string; text: string }[] = [];
  let helen: Client;
  let cora: Client;
  let tom: Client;
  const ids = { helen: '', cora: '', tom: '', ada: '' };

  beforeAll(async () => {
    server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
      onData: (stream, session, done) => {
        let text = '';
        stream.on('data', (piece: Buffer) => (text += piece.toString()));
        stream.on('end', () => {
          const plain = text.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
          for (const { address } of session.envelope.rcptTo) arrived.push({ to: address, text: plain });
          done();
        });
      },
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.server.address() as AddressInfo;
    t = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, WAYMARK_DIGEST_AT: 'off' });
    const [dunmarsh, tollbar] = [
      await t.make.organisation({ name: 'Dunmarsh' }),
      await t.make.organisation({ name: 'Tollbar' }),
    ];
    const person = (givenName: string, contactEmail?: string) =>
      t.make.person({ givenName, familyName: 'Reader', contactEmail });
    Object.assign(ids, {
      helen: await person('Helen', 'helen@example.org'),
      cora: await person('Cora', 'cora@example.org'),
      tom: await person('Tom', 'tom@example.org'),
      ada: await person('Ada'),
    });
    await t.make.grant({ personId: ids.helen, role: 'people-team' });
    await t.make.grant({ personId: ids.cora, role: 'coordinator', organisationId: dunmarsh });
    await t.make.grant({ personId: ids.ada, role: 'auditor' });
    await t.make.engagement({ personId: ids.tom, organisationId: tollbar });
    await t.make.engagement({ personId: ids.cora, organisationId: dunmarsh });
    for (const [name, organisationId] of [
      ['Marek', dunmarsh],
      ['Siobhan', tollbar],
    ] as const)
      await t.make.engagement({ personId: await t.make.person({ givenName: name }), organisationId });
    helen = await t.as(ids.helen);
    cora = await t.as(ids.cora);
    tom = await t.as(ids.tom);
    await t.as(ids.ada);
  }, 60_000);
  afterAll(async () => {
    await t.stop();
    await new Promise<void>((closed) => server.close(closed));
  });

  const add = (client: Client, body: Partial<AddSchedule> = {}) =>
    client.post('/schedules', {
      ...{ name: 'People on Mondays', list: 'people', format: 'csv', filters: {}, cadence: mondays },
      ...{ recipientIds: [ids.helen], ...body },
    });
  const made = async (client: Client, body: Partial<AddSchedule> = {}) => (await add(client, body)).json<Created>().id;
  const one = async (client: Client, id: string) => (await client.get(`/schedules/${id}`)).json<Schedule>();
  const runs = async (client: Client, id: string) =>
    (await client.get(`/schedules/${id}/runs`)).json<ScheduleRunPage>().items;
  const act = async (client: Client, id: string, what: string) =>
    client.post(`/schedules/${id}/${what}`, {}, { 'if-match': `"${(await one(client, id)).version}"` });
  const dueSince = (id: string, ago: string) =>
    t.db.sql('update schedule set next_at = now() - $2::interval where id = $1', [id, ago]);
  /** What the worker does, twice over, as two of them would. */
  const settle = async () => {
    const begin = t.app.get(BeginDueRuns);
    await Promise.all([begin.run(), begin.run()]);
    for (const { id } of await t.db.sql<{ id: string }>(`select id from schedule_run where state = 'waiting'`)) {
      const run = t.app.get(RunSchedule);
      await Promise.all([run.run(id), run.run(id)]);
    }
    for (const { id } of await t.db.sql<{ id: string }>(`select id from list_file where state = 'waiting'`)) {
      const make = t.app.get(MakeListFile);
      await make.run(id, never);
      await make.run(id, never);
    }
    await t.drain();
  };
  const newest = async (client: Client) => (await client.get('/list-files')).json<ListFilePage>().items[0];
  const linesOf = async (client: Client, file: ListFileItem | undefined) =>
    (await client.get(`/list-files/${file?.id}/file`)).body.trimEnd().split('\r\n').slice(1);

  it('are set up by whoever may see the list, for people whom they see and who can sign in', async () => {
    const id = await made(helen, { filters: { q: 'reader' }, recipientIds: [ids.helen, ids.cora] });
    expect(await one(helen, id)).toMatchObject({
      ...{ name: 'People on Mondays', state: 'active', mine: true, receiving: 2, version: 1, lastRun: null },
      ...{ cadence: mondays, filters: { q: 'reader' } },
      nextAt: new Date(nextRun(mondays, new Date())).toISOString(),
      recipients: [
        { name: 'Cora Reader', hasAddress: true },
        { name: 'Helen Reader', hasAddress: true },
      ],
    });
    expect((await add(tom)).status).toBe(403);
    expect((await add(cora, { list: 'audit', recipientIds: [ids.cora] })).status).toBe(403);
    expect((await add(helen, { filters: { colour: 'red' } })).status).toBe(422);
    const cannotSignIn = await t.make.person();
    for (const [client, recipientIds] of [
      [cora, [ids.tom]],
      [cora, ['019bb1f0-0000-7000-8000-000000000000']],
      [helen, [cannotSignIn]],
    ] as const)
      expect((await add(client, { recipientIds: [...recipientIds] })).json<Problem>()).toMatchObject({
        status: 422,
        fields: [{ path: 'recipientIds', message: 'Choose only people whom you see and who can sign in' }],
      });
    for (const cadence of [
      { every: 'month', day: 31, at: '07:30' },
      { every: 'week', weekday: 8, at: '07:30' },
      { every: 'week', weekday: 1, at: '24:00' },
    ])
      expect((await add(helen, { cadence: cadence as typeof mondays })).status).toBe(400);
    await act(helen, id, 'end');
  });

  it('make a file for everybody in their own scope, once, and record what became of it', async () => {
    const all = [ids.helen, ids.cora, ids.tom, ids.ada];
    const id = await made(helen, { filters: { status: 'current' }, recipientIds: all });
    await dueSince(id, '1 minute');
    await settle();
    await settle();
    const [run, ...others] = await runs(helen, id);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ state: 'done', late: false, missed: 0, atOnce: false, made: 3, people: 4 });
    expect(run?.deliveries).toEqual([
      { name: 'Ada Reader', outcome: 'made', why: null, rows: 4, mailed: false },
      { name: 'Cora Reader', outcome: 'made', why: null, rows: 2, mailed: true },
      { name: 'Helen Reader', outcome: 'made', why: null, rows: 4, mailed: true },
      { name: 'Tom Reader', outcome: 'not-allowed', why: null, rows: null, mailed: false },
    ]);
    const file = await newest(cora);
    expect(file).toMatchObject({ list: 'people', title: 'People', state: 'ready', scheduled: true });
    expect((await linesOf(cora, file)).map((line) => line.split('"')[3])).toEqual(['Dunmarsh', 'Dunmarsh']);
    expect(await linesOf(helen, await newest(helen))).toHaveLength(4);
    for (const other of [tom, helen]) {
      expect((await other.get(`/list-files/${file?.id}`)).status).toBe(404);
      expect((await other.get(`/list-files/${file?.id}/file`)).status).toBe(404);
    }
    expect(await newest(tom)).toBeUndefined();
    const [notice] = (await cora.get('/my/notices')).json<NoticePage>().items;
    expect(notice).toMatchObject({ kind: 'list-sent', title: 'People', count: 2, link: `/files/${file?.id}` });
    expect((await tom.get('/my/notices')).json<NoticePage>().items).toEqual([]);
    const next = (await one(helen, id)).nextAt ?? '';
    expect([next > new Date().toISOString(), londonTime(new Date(next))]).toEqual([true, '07:30']);
    await act(helen, id, 'end');
  });

  it('make up once for what was missed, and say that it is late', async () => {
    const id = await made(helen);
    await dueSince(id, '20 days');
    await settle();
    expect(await runs(helen, id)).toMatchObject([{ late: true, state: 'done', made: 1 }]);
    expect((await runs(helen, id))[0]?.missed).toBeGreaterThan(0);
    const [mail] = await t.db.sql<{ text_body: string }>(`select text_body from mail order by created_at desc limit 1`);
    expect(mail?.text_body).toContain('is late because Waymark was not running then');
    await act(helen, id, 'end');
  });

  it('are made once for a moment that had come when somebody saved them', async () => {
    const id = await made(helen);
    await dueSince(id, '1 minute');
    const cadence = { every: 'month', day: 'last', at: '06:00' } as const;
    const body = { name: 'Monthly', format: 'csv', cadence, recipientIds: [ids.helen] };
    expect((await helen.put(`/schedules/${id}`, body, { 'if-match': '"1"' })).status).toBe(204);
    await settle();
    await settle();
    expect(await runs(helen, id)).toMatchObject([{ late: false, missed: 0, state: 'done', made: 1 }]);
    const nextAt = new Date(nextRun(cadence, new Date())).toISOString();
    expect(await one(helen, id)).toMatchObject({ name: 'Monthly', cadence, nextAt });
    await act(helen, id, 'end');
  });

  it('are not sent to whoever stopped them, also when added anew', async () => {
    const both = [ids.helen, ids.cora];
    const id = await made(helen, { recipientIds: both });
    const received = async () => (await cora.get('/my/schedules')).json<ReceivedSchedules>().items;
    expect(await received()).toMatchObject([{ id, name: 'People on Mondays', ownerName: null, stoppedAt: null }]);
    const choose = (client: Client, receive: boolean) => client.put(`/my/schedules/${id}`, { receive });
    expect((await choose(tom, false)).status).toBe(404);
    expect((await choose(cora, false)).status).toBe(204);
    expect((await choose(cora, false)).status).toBe(204);
    const save = async (recipientIds: string[]) =>
      helen.put(
        `/schedules/${id}`,
        { name: 'Anew', format: 'csv', cadence: mondays, recipientIds },
        { 'if-match': `"${(await one(helen, id)).version}"` },
      );
    expect((await save([ids.helen])).status).toBe(204);
    expect(await received()).toEqual([]);
    expect((await save(both)).status).toBe(204);
    expect(await one(helen, id)).toMatchObject({ name: 'Anew', receiving: 1, version: 3 });
    await act(helen, id, 'run');
    await settle();
    expect((await runs(helen, id))[0]?.deliveries.map(({ name }) => name)).toEqual(['Helen Reader']);
    expect((await choose(cora, true)).status).toBe(204);
    expect((await one(helen, id)).receiving).toBe(2);
    await act(helen, id, 'end');
    expect((await choose(cora, false)).status).toBe(404);
  });

  it('are paused when whoever they belong to may not see the list any more', async () => {
    const id = await made(cora, { recipientIds: [ids.cora] });
    await t.db.sql('update role_grant set ends_on = $2 where person_id = $1', [ids.cora, yesterday]);
    await dueSince(id, '1 minute');
    await settle();
    await t.db.sql('update role_grant set ends_on = null where person_id = $1', [ids.cora]);
    expect(await one(helen, id)).toMatchObject({
      state: 'paused',
      nextAt: null,
      mine: false,
      ownerName: 'Cora Reader',
    });
    expect(await runs(helen, id)).toMatchObject([{ state: 'refused', made: 0, people: 0, deliveries: [] }]);
    expect((await act(helen, id, 'resume')).status).toBe(204);
    expect(await one(helen, id)).toMatchObject({ state: 'active' });
    await act(helen, id, 'end');
  });

  it('say who could not be given one: who has left, and whose file could not be made', async () => {
    const [gone, stuck] = [await t.make.person({ givenName: 'Gone' }), await t.make.person({ givenName: 'Stuck' })];
    for (const personId of [gone, stuck]) {
      await t.make.grant({ personId, role: 'auditor' });
      await t.as(personId);
    }
    const id = await made(helen, { recipientIds: [gone, stuck] });
    const organisationId = await t.make.organisation();
    await t.make.engagement({ personId: gone, organisationId, endsOn: yesterday });
    await act(helen, id, 'run');
    await t.app.get(RunSchedule).run((await runs(helen, id))[0]?.id ?? '');
    await t.db.sql(
      `update list_file set asked_at = now() - interval '13 hours', state = 'making'
       where person_id = $1 and schedule_run_id is not null`,
      [stuck],
    );
    await t.app.get(EndListFiles).run();
    await settle();
    expect((await runs(helen, id))[0]?.deliveries).toMatchObject([
      { outcome: 'left', rows: null, mailed: false },
      { outcome: 'failed', why: 'It could not be made.' },
    ]);
    await act(helen, id, 'end');
  });

  it('are found by their owner and the People Team alone, and changed by who saw the newest', async () => {
    const id = await made(helen, { recipientIds: [ids.helen, ids.cora] });
    for (const client of [cora, tom]) {
      const body = { name: 'Mine', format: 'csv', cadence: mondays, recipientIds: [ids.cora] };
      expect((await client.get(`/schedules/${id}`)).status).toBe(404);
      expect((await client.get(`/schedules/${id}/runs`)).status).toBe(404);
      expect((await client.put(`/schedules/${id}`, body, { 'if-match': '"1"' })).status).toBe(404);
      for (const what of ['pause', 'resume', 'end', 'run'])
        expect((await client.post(`/schedules/${id}/${what}`, {}, { 'if-match': '"1"' })).status).toBe(404);
      expect((await client.get('/schedules')).json<SchedulePage>().items).toEqual([]);
    }
    expect((await helen.post(`/schedules/${id}/pause`, {})).status).toBe(428);
    expect((await act(helen, id, 'pause')).status).toBe(204);
    expect((await helen.post(`/schedules/${id}/end`, {}, { 'if-match': '"1"' })).status).toBe(412);
    expect((await act(helen, id, 'end')).status).toBe(204);
    expect((await act(helen, id, 'resume')).json<Problem>().code).toBe('ended');
    expect((await helen.get('/schedules')).json<SchedulePage>().items).toEqual([]);
    expect((await helen.get('/schedules?show=ended&limit=1')).json<SchedulePage>().items).toMatchObject([{ id }]);
    const { items } = (await helen.get(`/audit-events?targetId=${id}`)).json<AuditPage>();
    expect(items.map(({ action, target }) => [action, target?.name])).toEqual(
      ['schedule.end', 'schedule.pause', 'schedule.add'].map((action) => [action, 'People on Mondays']),
    );
  });

  // Last: from here on the worker takes jobs by itself.
  it('arrive by mail with a link, and with nothing of what stands in them', async () => {
    const id = await made(helen, { name: 'About Marek', filters: { q: 'Marek' }, recipientIds: [ids.cora] });
    expect((await act(helen, id, 'run')).status).toBe(201);
    expect((await act(helen, id, 'run')).json<Problem>().code).toBe('under-way');
    await settle();
    await t.work();
    const file = await newest(cora);
    const sent = () => arrived.find(({ text }) => text.includes(`${t.origin}/files/${file?.id}`));
    for (let n = 0; n < 100 && !sent(); n += 1) await new Promise((soon) => setTimeout(soon, 100));
    const { to, text: mail } = sent() ?? { to: '', text: '' };
    expect(to).toBe('cora@example.org');
    expect(mail).toContain(`${t.origin}/schedules/received?stop=${id}`);
    expect(mail).toMatch(/Subject: People, .* 1 row/);
    for (const name of ['Marek', 'Helen', 'Cora']) expect(mail.replace(/^(From|To):.*$/gm, '')).not.toContain(name);
    expect((await t.anonymous.get(`/list-files/${file?.id}/file`)).status).toBe(401);
    expect((await runs(helen, id))[0]).toMatchObject({ atOnce: true, made: 1, people: 1 });
    await act(helen, id, 'end');
  });
});
