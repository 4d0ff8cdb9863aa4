import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticePage, ReminderChoices, UnreadNotices, UnsubscribeInfo } from '@lms/contracts';
import { addDays, londonDate } from '@lms/domain';
import { SMTPServer } from 'smtp-server';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../test/http/test-app.js';
import { PreviewDigests } from './digest/preview-digests.js';
import { SendDigests } from './digest/send-digests.js';

let t: TestApp;
let server: SMTPServer;
const arrived = new Map<string, string>();
/** A Wednesday that lies ahead: everything is told on working days. */
const TODAY = nextWednesday(londonDate(new Date()));

beforeAll(async () => {
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) arrived.set(address, (arrived.get(address) ?? '') + text);
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  t = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, WAYMARK_DIGEST_AT: 'off' });
}, 60_000);
afterAll(async () => {
  await t.stop();
  await new Promise<void>((closed) => server.close(closed));
});

function nextWednesday(from: string): string {
  let day = addDays(from, 7);
  while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 3) day = addDays(day, 1);
  return day;
}

async function worker(given: { email?: string; organisationId: string }): Promise<string> {
  const person = await t.make.person({ givenName: 'Sam', familyName: 'Reed', contactEmail: given.email });
  await t.make.engagement({ personId: person, organisationId: given.organisationId });
  return person;
}
async function owe(personId: string, title: string, days: number): Promise<string> {
  const courseId = await t.make.course({ title });
  await t.db.sql(
    `insert into assignment (id, person_id, course_id, due_on, created_at) values ($1, $2, $3, $4, '2026-01-05T09:00:00Z')`,
    [uuid(), personId, courseId, addDays(TODAY, days)],
  );
  return courseId;
}
const send = () => t.app.get(SendDigests, { strict: false }).run(TODAY, new Date(`${TODAY}T07:30:00Z`));
const notices = async (client: Client, query = '') => (await client.get(`/my/notices${query}`)).json<NoticePage>();

describe('a day’s digests', () => {
  it('are mails and notices, once', async () => {
    const organisationId = await t.make.organisation();
    const sam = await worker({ email: 'sam@example.org', organisationId });
    const silent = await worker({ organisationId });
    const adviser = await t.make.person({ givenName: 'Priya', contactEmail: 'priya@example.org' });
    await t.make.grant({ personId: adviser, role: 'people-team' });
    const courseId = await owe(sam, 'Fatigue & you', -1);
    for (let i = 0; i < 7; i += 1) await owe(silent, `Course ${i}`, 2);
    const version = await t.make.courseVersion({ courseId: await t.make.course({ title: 'New' }), state: 'in-review' });
    await t.db.sql('update course_version set submitted_at = $2, submitted_by = $3 where id = $1', [
      ...[version, `${TODAY}T06:00:00Z`, sam],
    ]);

    const preview = await t.app.get(PreviewDigests, { strict: false }).run(TODAY);
    expect(preview).toMatchObject({ people: 2, mails: 2, things: { overdue: 1, unspoken: 7, decide: 1 } });
    expect(await t.db.sql('select from digest')).toEqual([]);

    await t.work();
    expect(await send()).toBe(2);
    expect(await send()).toBe(0);
    // A mail has arrived a moment before it is noted that it went.
    const mails = () => t.db.sql<{ attempts: number }>('select recipient, state, attempts from mail order by 1');
    for (let i = 0; i < 100 && (arrived.size < 2 || (await mails()).some(({ attempts }) => attempts === 0)); i += 1)
      await new Promise((soon) => setTimeout(soon, 100));
    const rows = await mails();
    expect(rows).toMatchObject([
      { recipient: 'priya@example.org', attempts: 1 },
      { recipient: 'sam@example.org', attempts: 1 },
    ]);
    const jobs = await t.db.sql(`select distinct retry_limit from pgboss.job where name = 'send-mail'`);
    expect(jobs).toEqual([{ retry_limit: 24 }]);
    // What is asked of somebody cannot be unsubscribed from, what they may decide can.
    expect(arrived.get('sam@example.org')).not.toContain('List-Unsubscribe');
    expect(arrived.get('priya@example.org')).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

    const client = await t.as(sam);
    const [notice] = (await notices(client)).items;
    expect(notice).toMatchObject({
      ...{
        kind: 'overdue',
        title: 'Fatigue & you',
        date: addDays(TODAY, -1),
        link: `/courses/${courseId}`,
        read: false,
      },
    });
    // Told of together where there are many.
    expect((await notices(await t.as(silent))).items).toMatchObject([{ kind: 'soon', count: 7, title: null }]);
    const other = await t.as(adviser);
    // Nobody else can tell them: the People Team reads of one person, not of seven courses.
    expect((await notices(other)).items).toMatchObject([
      { kind: 'decide', what: 'review', count: 1, link: '/reviews' },
      { kind: 'unspoken', count: 1, link: '/people?speaker=nobody' },
    ]);
    expect((await other.put(`/my/notices/${notice?.id}/read`, {})).status).toBe(404);
    const unread = async () => (await client.get('/my/notices/unread')).json<UnreadNotices>().count;
    expect(await unread()).toBe(1);
    expect((await client.put(`/my/notices/${notice?.id}/read`, {})).status).toBe(204);
    expect((await client.put(`/my/notices/${notice?.id}/read`, {})).status).toBe(204);
    expect(await unread()).toBe(0);
    expect((await notices(client, '?show=unread')).items).toEqual([]);
  });

  it('are read in pages, and all at once up to what was seen', async () => {
    const person = await t.make.person();
    const ids = Array.from({ length: 5 }, () => uuid());
    for (const id of ids) {
      await t.db.sql(
        `insert into notice (id, person_id, at, kind, about, link, dedupe_key) values ($1::uuid, $2, now(), 'soon', '{}', '/', $1::text)`,
        [id, person],
      );
    }
    const client = await t.as(person);
    const first = await notices(client, '?limit=3');
    const second = await notices(client, `?limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual([...ids].reverse());
    expect(second.nextCursor).toBeNull();
    expect((await client.put('/my/notices/read', { upTo: ids[3] })).status).toBe(204);
    expect((await notices(client, '?show=unread')).items.map((item) => item.id)).toEqual([ids[4]]);
    for (const bad of ['?cursor=x', '?limit=0', '?show=none']) {
      expect((await client.get(`/my/notices${bad}`)).status).toBe(400);
    }
  });
});

describe('what can be switched off', () => {
  it('is chosen by topic, and never what is asked of a person', async () => {
    const person = await t.make.person({ contactEmail: 'choose@example.org' });
    const client = await t.as(person);
    const choices = async () => (await client.get('/my/reminders')).json<ReminderChoices>();
    expect(await choices()).toEqual({
      address: 'choose@example.org',
      topics: [
        { topic: 'training', mail: true, optional: false },
        { topic: 'people', mail: true, optional: false },
        { topic: 'own-wish', mail: true, optional: true },
        { topic: 'tasks', mail: true, optional: true },
        { topic: 'decisions', mail: true, optional: true },
      ],
    });
    expect((await client.put('/my/reminders/tasks', { mail: false })).status).toBe(204);
    expect((await choices()).topics.filter(({ mail }) => !mail).map(({ topic }) => topic)).toEqual(['tasks']);
    expect((await client.put('/my/reminders/training', { mail: false })).status).toBe(400);
    expect((await t.anonymous.get('/my/reminders')).status).toBe(401);
  });

  it('ends by the link of a mail, without sign-in and with one press', async () => {
    const person = await t.make.person({ contactEmail: 'stop@example.org' });
    await t.make.grant({ personId: person, role: 'people-team' });
    await send();
    const [mail] = await t.db.sql<{ unsubscribe_url: string }>(
      'select unsubscribe_url from mail where person_id = $1',
      [person],
    );
    const address = (mail?.unsubscribe_url ?? '').replace(t.origin, '');
    const look = async () => (await t.anonymous.get(address)).json<UnsubscribeInfo>().topics;
    expect((await look()).every((each) => each.mail)).toBe(true);
    const answer = await t.app.inject({
      ...{ method: 'POST', url: address, payload: 'List-Unsubscribe=One-Click' },
      headers: { host: new URL(t.origin).host, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(answer.statusCode).toBe(204);
    expect((await look()).filter((each) => each.mail).map(({ topic }) => topic)).toEqual(['training', 'people']);
    expect((await t.anonymous.post(address)).status).toBe(204);
    const forged = address.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect([(await t.anonymous.get(forged)).status, (await t.anonymous.post(forged)).status]).toEqual([404, 404]);
    expect((await t.anonymous.get('/unsubscribe')).status).toBe(400);
  });

  it('ends for the person, when the mail went to an entry that has joined theirs since', async () => {
    const [person, entry] = [await t.make.person(), await t.make.person({ contactEmail: 'joined@example.org' })];
    await t.make.grant({ personId: entry, role: 'people-team' });
    await send();
    const [mail] = await t.db.sql<{ unsubscribe_url: string }>(
      'select unsubscribe_url from mail where person_id = $1',
      [entry],
    );
    await t.db.sql('insert into person_alias (person_id, same_as, since) values ($1, $2, now())', [entry, person]);
    expect((await t.anonymous.post((mail?.unsubscribe_url ?? '').replace(t.origin, ''))).status).toBe(204);
    const off = await t.db.sql('select topic from reminder_choice where person_id = $1 and not mail', [person]);
    expect(off.length).toBeGreaterThan(0);
  });
});

describe('what somebody else recorded', () => {
  it('is a notice, once', async () => {
    const person = await t.make.person();
    const courseId = await t.make.course({ title: 'Toolbox talk' });
    const version = await t.make.courseVersion({ courseId, state: 'published' });
    await t.db.sql(
      `select append_completion($1, $2, $3, '2026-11-02', null, 'manual', $4, '{}', '2026-11-02T12:00:00Z')`,
      [...[person, courseId, version, uuid()]],
    );
    const event = () =>
      t.db.sql(
        `insert into outbox_event (at, type, person_id, payload)
         values ('2026-11-02T12:00:00Z', 'course.completed', $1, jsonb_build_object('courseId', $2::text))`,
        [person, courseId],
      );
    await event();
    await event();
    await t.drain();
    expect((await notices(await t.as(person))).items).toMatchObject([
      { kind: 'completed', title: 'Toolbox talk', date: '2026-11-02', link: '/record' },
    ]);
  });
});
