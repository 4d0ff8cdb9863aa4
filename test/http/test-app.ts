import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JobWorkers, OutboxRelay, readConfiguration } from '@lms/api-platform';
import { Factory, testDatabase, type TestDatabase } from '@lms/testing';
import { hash } from '@node-rs/argon2';
import { v7 as uuid } from 'uuid';
import { createApp } from '../../apps/api/src/http/create-app.js';

export const PASSWORD = 'a long enough password';
/** Cheap on purpose: what is tested is not how slow argon2 is. */
const QUICK = { algorithm: 2, memoryCost: 1024, timeCost: 1, parallelism: 1 };

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string;
  json<T = Record<string, unknown>>(): T;
}
export interface Client {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  post(url: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(url: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(url: string, headers?: Record<string, string>): Promise<Answer>;
}

/** The whole API on a database of its own, called without a network. */
export interface TestApp {
  app: NestFastifyApplication;
  db: TestDatabase;
  make: Factory;
  dataDir: string;
  origin: string;
  anonymous: Client;
  /** A client with a bearer token. */
  as(personId: string): Promise<Client>;
  /** Gives the person a sign-in name and {@link PASSWORD}. */
  account(personId: string, name: string): Promise<void>;
  /** Handles every waiting event, as the worker would. */
  drain(): Promise<number>;
  /** With `WAYMARK_TEST_CLOCK`: as if it were noon in London on this day. Who was signed in signs in again. */
  goTo(day: string): Promise<void>;
  /** Takes jobs from the queues from now on, each as soon as a client calls again. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

export async function testApp(env: Record<string, string> = {}): Promise<TestApp> {
  const db = await testDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'waymark-http-'));
  const clock = path.join(dataDir, 'test-clock.json');
  if (env['WAYMARK_TEST_CLOCK']) await writeFile(clock, JSON.stringify({ aheadMs: 0 }));
  const configuration = readConfiguration({
    DATABASE_URL: db.ownerUrl,
    DATABASE_APP_URL: db.appUrl,
    DATABASE_POOL: '4',
    WAYMARK_DATA_DIR: dataDir,
    // What a test is about is rarely that; those that are turn it on.
    WAYMARK_SECOND_FACTOR: 'off',
    LOG_LEVEL: 'error',
    ...env,
  });
  const app = await createApp(configuration);
  const make = new Factory(db);
  const workers = app.get(JobWorkers);
  let working = false;
  const clientOf = (auth: Record<string, string>): Client => {
    const call = async (
      method: 'GET' | 'POST' | 'PUT' | 'DELETE',
      url: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const response = await app.inject({
        method,
        url: url.startsWith('/api') || url.startsWith('/__') ? url : `/api/v1${url}`,
        headers: { host: new URL(configuration.origin).host, ...auth, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      // What the call has left to the worker is not waited for until the next turn.
      if (working) await workers.wake();
      return {
        status: response.statusCode,
        headers: response.headers,
        body: response.body,
        json: <T>() => response.json<T>(),
      };
    };
    return {
      get: (url, headers) => call('GET', url, undefined, headers),
      post: (url, body, headers) => call('POST', url, body, headers),
      put: (url, body, headers) => call('PUT', url, body, headers),
      delete: (url, headers) => call('DELETE', url, undefined, headers),
    };
  };
  const anonymous = clientOf({});
  const account = async (personId: string, name: string): Promise<void> => {
    const at = '2026-01-05T09:00:00Z';
    await db.sql(`insert into sign_in_name (id, person_id, name, kind, created_at) values ($1, $2, $3, $4, $5)`, [
      uuid(),
      personId,
      name,
      name.includes('@') ? 'email' : 'username',
      at,
    ]);
    await db.sql(`insert into password (person_id, hash, changed_at) values ($1, $2, $3)`, [
      personId,
      await hash(PASSWORD, QUICK),
      at,
    ]);
  };
  return {
    app,
    db,
    make,
    dataDir,
    origin: configuration.origin,
    anonymous,
    account,
    as: async (personId) => {
      const name = `u${personId.replaceAll('-', '')}`;
      await account(personId, name);
      const tokens = (await anonymous.post('/auth/token', { name, password: PASSWORD })).json<{
        accessToken: string;
      }>();
      return clientOf({ authorization: `Bearer ${tokens.accessToken}` });
    },
    goTo: (day) => writeFile(clock, JSON.stringify({ aheadMs: Date.parse(`${day}T11:30:00Z`) - Date.now() })),
    drain: () => app.get(OutboxRelay).drain(),
    work: async () => {
      await workers.start();
      working = true;
    },
    stop: async () => {
      await app.close();
      await db.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
