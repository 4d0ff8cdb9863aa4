import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Brands, type Jobs, Mails, OWN_BRAND, readConfiguration, Secrets, Transactions } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { v7 as uuid } from 'uuid';
import { DigestMails } from '../digest/digest-mails.js';
import { KeepChunk } from '../digest/keep-chunk.js';
import { SendDigests } from '../digest/send-digests.js';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links.js';

/** Queues nothing: whether a mail is delivered is another test's matter. */
class NoJobs {
  sent = 0;
  sendAll(_tx: unknown, _queue: string, all: readonly unknown[]): Promise<void> {
    this.sent += all.length;
    return Promise.resolve();
  }
}

export interface TestDigests {
  db: TestDatabase;
  make: Factory;
  keepChunk: KeepChunk;
  jobs: NoJobs;
  /** Whether mails of a day are sent on it; otherwise they fail until its evening. */
  mailServer: 'up' | 'down';
  /** Makes the digests of a day, so many people together. */
  send(today: string, people?: number): Promise<number | null>;
  /** Asks a course of somebody until a day; answers the assignment. */
  owe(personId: string, courseId: string, dueOn: string | null, engagementId?: string): Promise<string>;
  leave(personId: string, engagementId: string, away: { from: string; to: string }): Promise<void>;
  complete(personId: string, courseId: string, on: string, validUntil: string | null): Promise<void>;
  stop(): Promise<void>;
}

export async function testDigests(): Promise<TestDigests> {
  const db = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waymark-digests-'));
  const configuration = readConfiguration({ DATABASE_URL: db.ownerUrl, WAYMARK_DATA_DIR: dataDir });
  const transactions = new Transactions(await db.dataSource([]));
  const jobs = new NoJobs();
  const links = new UnsubscribeLinks(new Secrets(configuration), configuration);
  const keepChunk = new KeepChunk(
    transactions,
    new Mails(
      jobs as unknown as Jobs,
      { current: () => Promise.resolve(OWN_BRAND) } as unknown as Brands,
      configuration,
    ),
    new DigestMails(configuration, links),
  );
  const sendDigests = new SendDigests(transactions, keepChunk);
  const versions = new Map<string, string>();
  const make = new Factory(db);
  const t: TestDigests = {
    mailServer: 'up',
    db,
    make,
    keepChunk,
    jobs,
    send: async (today, people) => {
      try {
        return await sendDigests.run(today, new Date(`${today}T07:30:00Z`), { people });
      } finally {
        const at = new Date(`${today}T08:00:00Z`);
        await (t.mailServer === 'up'
          ? db.sql(`update mail set state = 'sent', sent_at = $1 where state = 'waiting'`, [at])
          : db.sql(`update mail set state = 'failed', attempts = 14 where state = 'waiting'`));
      }
    },
    owe: async (personId, courseId, dueOn, engagementId) => {
      const id = uuid();
      await db.sql(
        `insert into assignment (id, person_id, course_id, cycle, due_on, created_at)
         select $1, $2, $3, count(*) + 1, $4, '2026-01-05T09:00:00Z' from assignment where person_id = $2 and course_id = $3`,
        [id, personId, courseId, dueOn],
      );
      await db.sql(
        `insert into assignment_request (id, course_id, why, chosen, state, asked_by, asked_at)
         values ($1, $2, 'Asked', '{}', 'given', $3, '2026-01-05T09:00:00Z')`,
        [id, courseId, personId],
      );
      await db.sql(
        `insert into assignment_reason (id, assignment_id, kind, request_id, engagement_id, due_on, since)
         values ($1, $2, 'person', $2, $3, $4, '2026-01-05T09:00:00Z')`,
        [uuid(), id, engagementId ?? null, dueOn],
      );
      return id;
    },
    leave: async (personId, engagementId, { from, to }) => {
      await db.sql(
        `insert into leave_of_absence (id, engagement_id, from_on, to_on, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, '2026-01-05T09:00:00Z')`,
        [uuid(), engagementId, from, to, personId],
      );
    },
    complete: async (personId, courseId, on, validUntil) => {
      let version = versions.get(courseId);
      if (!version) {
        version = await make.courseVersion({ courseId, state: 'published' });
        versions.set(courseId, version);
      }
      await db.sql(`select append_completion($1, $2, $3, $4, $5, 'manual', $6, '{}', $7)`, [
        ...[personId, courseId, version, on, validUntil, uuid(), `${on}T12:00:00Z`],
      ]);
    },
    stop: async () => {
      await db.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return t;
}
