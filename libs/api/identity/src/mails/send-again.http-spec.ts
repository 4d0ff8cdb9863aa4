import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mail, MailPage, Person } from '@lms/contracts';
import { SMTPServer } from 'smtp-server';
import { v7 as uuid } from 'uuid';
import { type Client, testApp, type TestApp } from '../../../../../test/http/test-app.js';

let t: TestApp;
let server: SMTPServer;
/** Addresses that the server does not know. */
const unknown = new Set<string>();
const arrived: string[] = [];
let admin: Client;
let adviser: Client;
let person: string;

beforeAll(async () => {
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
    onRcptTo: ({ address }, _session, done) =>
      unknown.has(address) ? done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
      stream.resume();
      stream.on('end', () => {
        arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  t = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  const ada = await t.make.person({ givenName: 'Ada' });
  await t.make.grant({ personId: ada, role: 'administrator' });
  admin = await t.as(ada);
  const helen = await t.make.person({ givenName: 'Helen' });
  await t.make.grant({ personId: helen, role: 'people-team' });
  adviser = await t.as(helen);
  person = await t.make.person({ contactEmail: 'wrnog@example.org' });
  await t.make.engagement({ personId: person, organisationId: await t.make.organisation() });
  await t.work();
}, 60_000);
afterAll(async () => {
  await t.stop();
  await new Promise<void>((closed) => server.close(closed));
});

/** A mail that the server refused. */
async function refused(given: { to: string; goodUntil?: string; why?: string }): Promise<string> {
  const id = uuid();
  await t.db.sql(
    `insert into mail (id, person_id, recipient, subject, text_body, html_body, created_at, state, attempts, error, ended_why, good_until)
     values ($1, $2, $3, 'Today: 1 overdue', 'text', '<p>', now(), 'failed', 1, '550 No such user here', $4, $5)`,
    [id, person, given.to, given.why ?? 'refused', given.goodUntil ?? null],
  );
  return id;
}
const refusedAddresses = async () => (await adviser.get(`/people/${person}`)).json<Person>().refusedAddresses;
const one = async (id: string): Promise<Mail> => (await admin.get(`/mails/${id}`)).json<Mail>();
async function until(id: string, state: Mail['state']): Promise<Mail> {
  for (let i = 0; i < 100; i += 1) {
    const mail = await one(id);
    if (mail.state === state) return mail;
    await new Promise((soon) => setTimeout(soon, 50));
  }
  throw new Error(`The mail is not ${state}`);
}

describe('a mail that the server refused', () => {
  it('stands among those that could not be sent, with what the server said', async () => {
    const id = await refused({ to: 'gone@example.org' });
    const page = (await admin.get('/mails?show=failed')).json<MailPage>();
    expect(page.items.find((mail) => mail.id === id)).toMatchObject({
      ...{ state: 'failed', error: '550 No such user here', endedWhy: 'refused', canBeSentAgain: true },
    });
    expect(page.failed).toBeGreaterThan(0);
    expect((await admin.get('/mails?show=all')).json<MailPage>().failed).toBe(page.failed);
    // What a later mail has told waits for nobody.
    const late = await refused({ to: 'late@example.org', why: 'late' });
    const shown = async (show: string) => (await admin.get(`/mails?show=${show}`)).json<MailPage>();
    expect((await shown('failed')).items.map((mail) => mail.id)).not.toContain(late);
    expect((await shown('failed')).failed).toBe(page.failed);
    expect((await shown('late')).items.map((mail) => mail.id)).toEqual([late]);
  });

  it('is sent again by hand to the address it was made for, where it may hold a link that lets in', async () => {
    const id = await refused({ to: 'link@example.org' });
    await admin.post(`/mails/${id}/send-again`);
    expect(await until(id, 'sent')).toMatchObject({ to: 'link@example.org' });
  });

  it('is sent again by hand, a digest to the address that the person has now, once however often it is pressed', async () => {
    unknown.add('wrnog@example.org');
    const id = await refused({ to: 'wrnog@example.org', goodUntil: '2099-01-01T20:00:00Z' });
    expect((await admin.post(`/mails/${id}/send-again`)).status).toBe(202);
    expect(await until(id, 'failed')).toMatchObject({ to: 'wrnog@example.org', endedWhy: 'address' });
    expect(await refusedAddresses()).toEqual(['wrnog@example.org']);
    await t.db.sql(`update person set contact_email = 'right@example.org' where id = $1`, [person]);
    expect(await refusedAddresses()).toEqual([]);
    await admin.post(`/mails/${id}/send-again`);
    await admin.post(`/mails/${id}/send-again`);
    expect(await until(id, 'sent')).toMatchObject({ to: 'right@example.org', endedWhy: null, canBeSentAgain: false });
    expect(arrived.filter((address) => address === 'right@example.org')).toHaveLength(1);
    expect((await admin.post(`/mails/${id}/send-again`)).status).toBe(409);
    const audit = await t.db.sql<{ detail: unknown }>(
      `select detail from audit_event where action = 'mail.send-again' and target_id = $1`,
      [id],
    );
    expect(audit.length).toBeGreaterThan(0);
    expect(JSON.stringify(audit)).not.toContain('@');
  });

  it('is not sent again after its day: a later one has told it', async () => {
    const id = await refused({ to: 'right@example.org', goodUntil: '2026-01-05T20:00:00Z' });
    expect(await one(id)).toMatchObject({ canBeSentAgain: false });
    const answer = await admin.post(`/mails/${id}/send-again`);
    expect([answer.status, answer.json()['code']]).toEqual([409, 'mail-late']);
  });

  it('is sent again by nobody but whoever looks after the mail', async () => {
    const id = await refused({ to: 'right@example.org' });
    const auditor = await t.make.person();
    await t.make.grant({ personId: auditor, role: 'auditor' });
    expect((await (await t.as(auditor)).post(`/mails/${id}/send-again`)).status).toBe(403);
    expect((await admin.post(`/mails/${uuid()}/send-again`)).status).toBe(404);
  });
});
