import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { v7 as uuid } from 'uuid';
import { Clock } from '../clock/clock.js';
import { readConfiguration } from '../configuration/configuration.js';
import { Transactions } from '../database/transactions.js';
import { JobHandlers } from '../jobs/job-handlers.js';
import { MailClaim } from './mail-claim.js';
import { SendMailJob } from './send-mail.job.js';
import { OWN_BRAND } from '../brand/brand.js';
import { SmtpMailer } from './smtp-mailer.js';

class TestClock extends Clock {
  at = new Date('2026-11-30T08:00:00Z');
  now(): Date {
    return this.at;
  }
}

/** Mails for a day end in the evening of it. */
const EVENING = new Date('2026-11-30T20:00:00Z');
const answer = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
/** What the server does this time; by default it takes everything. */
let behaviour: Pick<SMTPServerOptions, 'onConnect' | 'onRcptTo'> & { onMessage?: (received: () => void) => void };
/** Mails that the server has said it has. */
let accepted: string[];

let db: TestDatabase;
let server: SMTPServer;
let dataDir: string;
let job: SendMailJob;
let claim: MailClaim;
const clock = new TestClock();

beforeAll(async () => {
  db = await testDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), 'waymark-smtp-'));
  server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, disableReverseLookup: true },
    onConnect: (session, done) => (behaviour.onConnect ? behaviour.onConnect(session, done) : done()),
    onRcptTo: (address, session, done) => (behaviour.onRcptTo ? behaviour.onRcptTo(address, session, done) : done()),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', (piece: Buffer) => (text += piece.toString()));
      stream.on('end', () => {
        const take = (): void => {
          accepted.push(text);
          done();
        };
        if (!behaviour.onMessage) return take();
        behaviour.onMessage(take);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  const configuration = readConfiguration({
    DATABASE_URL: db.ownerUrl,
    WAYMARK_DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${port}`,
  });
  claim = new MailClaim(new Transactions(await db.dataSource([])), clock);
  job = new SendMailJob(
    new JobHandlers(),
    claim,
    new SmtpMailer(configuration, { current: () => Promise.resolve(OWN_BRAND) }),
  );
}, 60_000);
afterAll(async () => {
  await new Promise<void>((closed) => server.close(closed));
  await db.stop();
  await rm(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  behaviour = {};
  accepted = [];
});

async function mail(
  unsubscribeUrl: string | null = null,
  given: { goodUntil?: Date; personId?: string } = {},
): Promise<string> {
  const id = uuid();
  await db.sql(
    `insert into mail (id, recipient, subject, text_body, html_body, created_at, unsubscribe_url, good_until, person_id)
     values ($1, 'sam@example.org', 'Today: 1 overdue', 'text', '<p>html</p>', $2, $3, $4, $5)`,
    [id, clock.at, unsubscribeUrl, given.goodUntil ?? null, given.personId ?? null],
  );
  return id;
}
const ended = async (id: string) =>
  (
    await db.sql<{ state: string; why: string | null; begun: boolean }>(
      'select state, ended_why as why, handing_over_at is not null as begun from mail where id = $1',
      [id],
    )
  )[0];
const logged = async (id: string) =>
  (
    await db.sql<{ state: string; attempts: number; error: string | null; held: boolean }>(
      'select state, attempts, error, claimed_until is not null as held from mail where id = $1',
      [id],
    )
  )[0];

describe('a mail and a real server', () => {
  it('arrives with its own id and the button to unsubscribe', async () => {
    const id = await mail('https://learn.example.org/api/v1/unsubscribe?token=a.b');
    await job.send(id);
    expect(await logged(id)).toEqual({ state: 'sent', attempts: 1, error: null, held: false });
    expect(accepted).toHaveLength(1);
    const headers = accepted[0]?.replaceAll('\r\n ', ' ');
    expect(headers).toContain(`Message-ID: <${id}@waymark.localhost>`);
    expect(headers).toContain('List-Unsubscribe: <https://learn.example.org/api/v1/unsubscribe?token=a.b>');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    await job.send(id);
    expect(accepted).toHaveLength(1);
  });

  it('is not tried again when the address does not exist', async () => {
    behaviour.onRcptTo = (_address, _session, done) => done(answer(550, 'No such user here'));
    const id = await mail();
    await job.send(id);
    expect(await logged(id)).toMatchObject({ state: 'failed', attempts: 1, held: false });
    expect((await logged(id))?.error).toBe('550 No such user here');
    expect(await ended(id)).toEqual({ state: 'failed', why: 'refused', begun: false });
    behaviour = {};
    await job.send(id);
    expect(accepted).toEqual([]);
  });

  it('ends with its address when the server knows no such one, until a mail arrives there', async () => {
    const refused = () =>
      db.sql(
        `select address_refused('Sam@Example.org', '2026-11-30') as is, address_refused('sam@example.org', '2026-12-30') as later`,
      );
    behaviour.onRcptTo = (_address, _session, done) => done(answer(550, '5.1.1 No such user here'));
    const id = await mail();
    await job.send(id);
    expect(await ended(id)).toEqual({ state: 'failed', why: 'address', begun: false });
    expect(await refused()).toEqual([{ is: true, later: false }]);
    behaviour = {};
    clock.at = new Date(clock.at.getTime() + 1000);
    await job.send(await mail());
    expect(await refused()).toEqual([{ is: false, later: false }]);
  });

  it('says nothing of the address when it is the mail that is refused', async () => {
    behaviour.onRcptTo = (_address, _session, done) => done(answer(554, '5.7.1 Relay access denied'));
    const id = await mail();
    await job.send(id);
    expect((await ended(id))?.why).toBe('refused');
  });

  it('is tried again when the server says later, or does not let us in', async () => {
    const id = await mail();
    behaviour.onRcptTo = (_address, _session, done) => done(answer(451, 'Greylisted, try later'));
    await expect(job.send(id)).rejects.toThrow('Greylisted');
    behaviour = { onConnect: (_session, done) => done(answer(554, 'Not from your address')) };
    await expect(job.send(id)).rejects.toThrow();
    expect(await logged(id)).toMatchObject({ state: 'failed', attempts: 2, held: false });
    behaviour = {};
    await job.send(id);
    expect(await logged(id)).toEqual({ state: 'sent', attempts: 3, error: null, held: false });
    expect(accepted).toHaveLength(1);
  });

  it('is tried again when the line drops before the server has it', async () => {
    const id = await mail();
    behaviour.onMessage = () => {
      for (const connection of server.connections) connection._socket.destroy();
    };
    await expect(job.send(id)).rejects.toThrow();
    expect(await logged(id)).toMatchObject({ state: 'failed', attempts: 1 });
    behaviour = {};
    await job.send(id);
    expect(accepted).toHaveLength(1);
  });

  it('is handed over by one worker at a time, however slow the server is', async () => {
    const id = await mail();
    let answerNow: (() => void) | undefined;
    const reached = new Promise<void>((there) => {
      behaviour.onMessage = (take) => {
        answerNow = take;
        there();
      };
    });
    const slow = job.send(id);
    await reached;
    await expect(job.send(id)).rejects.toThrow('Another worker');
    answerNow?.();
    await slow;
    expect(accepted).toHaveLength(1);
    expect(await logged(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('is free again when the worker that held it was killed', async () => {
    const id = await mail();
    await db.sql('update mail set claimed_until = $2 where id = $1', [id, new Date(clock.at.getTime() + 60_000)]);
    await expect(job.send(id)).rejects.toThrow('Another worker');
    clock.at = new Date(clock.at.getTime() + 61_000);
    await job.send(id);
    expect(accepted).toHaveLength(1);
  });
});

describe('a mail that is for a day', () => {
  it('is not sent once its day is over', async () => {
    const id = await mail(null, { goodUntil: EVENING });
    const before = clock.at;
    clock.at = new Date('2026-11-30T20:01:00Z');
    await job.send(id);
    clock.at = before;
    expect(await ended(id)).toEqual({ state: 'failed', why: 'late', begun: false });
    expect(accepted).toEqual([]);
  });

  it('is not sent to somebody whose leave has begun since it was written', async () => {
    const make = new Factory(db);
    const personId = await make.person();
    const engagementId = await make.engagement({ personId, organisationId: await make.organisation() });
    const there = await mail(null, { goodUntil: EVENING, personId });
    await job.send(there);
    const away = await mail(null, { goodUntil: EVENING, personId });
    await db.sql(
      `insert into leave_of_absence (id, engagement_id, from_on, to_on, entered_by, entered_at)
       values ($1, $2, '2026-11-30', '2026-12-09', $3, $4)`,
      [uuid(), engagementId, personId, clock.at],
    );
    await job.send(away);
    expect((await ended(there))?.state).toBe('sent');
    expect(await ended(away)).toMatchObject({ state: 'failed', why: 'late' });
    expect(accepted).toHaveLength(1);
  });

  it('says that it is on its way from the moment in which the server takes its content', async () => {
    const id = await mail(null, { goodUntil: EVENING });
    behaviour.onRcptTo = (_address, _session, done) => void ended(id).then((row) => (seen.push(row), done()));
    behaviour.onMessage = (take) => void ended(id).then((row) => (seen.push(row), take()));
    const seen: unknown[] = [];
    await job.send(id);
    expect(seen).toMatchObject([{ begun: false }, { begun: true }]);
    expect(await ended(id)).toEqual({ state: 'sent', why: null, begun: false });
  });

  it('is not handed over a second time by itself, when a worker was killed after the server had it', async () => {
    const id = await mail(null, { goodUntil: EVENING });
    // The worker is killed before it notes what the server said.
    const note = claim.note.bind(claim);
    claim.note = () => new Promise(() => undefined);
    void job.send(id);
    for (let i = 0; i < 100 && accepted.length === 0; i += 1) await new Promise((soon) => setTimeout(soon, 20));
    claim.note = note;
    await expect(job.send(id)).rejects.toThrow('Another worker');
    await db.sql(`update mail set claimed_until = $2 where id = $1`, [id, new Date(clock.at.getTime() - 1)]);
    await job.send(id);
    expect(accepted).toHaveLength(1);
    expect(await ended(id)).toMatchObject({ state: 'failed', why: 'unsure' });
  });

  it('is handed over again, when the worker was killed before the server took anything of it', async () => {
    const id = await mail(null, { goodUntil: EVENING });
    await db.sql(`update mail set claimed_until = $2 where id = $1`, [id, new Date(clock.at.getTime() - 1)]);
    await job.send(id);
    expect(accepted).toHaveLength(1);
    expect((await ended(id))?.state).toBe('sent');
  });

  it('leaves nothing with the server, when it could not be noted that it is on its way', async () => {
    const id = await mail(null, { goodUntil: EVENING });
    const begin = claim.begin.bind(claim);
    claim.begin = () => Promise.reject(new Error('The database is away'));
    await expect(job.send(id)).rejects.toThrow('The database is away');
    claim.begin = begin;
    expect(accepted).toEqual([]);
    await job.send(id);
    expect(accepted).toHaveLength(1);
  });
});
