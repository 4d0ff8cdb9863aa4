import { randomBytes } from 'node:crypto';
import { migrate } from '@lms/api-schema';
import { Client, Pool, type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** A database of its own for one test file: migrated, empty, and gone afterwards. */
export interface TestDatabase {
  /** Owner of everything, for arranging and for looking. */
  ownerUrl: string;
  /** What the product connects as. */
  appUrl: string;
  sql<T extends QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** TypeORM as the product uses it, on the product's own role. */
  dataSource(entities: (new () => object)[]): Promise<DataSource>;
  stop(): Promise<void>;
}

const TEMPLATE = 'waymark_template';
const APP_ROLE = 'waymark_app';

/** Copies the template database of this test run (0.1 s); a missing server is an error, never a skip. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['WAYMARK_TEST_PG'];
  if (!server) throw new Error('WAYMARK_TEST_PG is not set: run the tests with npm test or npm run jest');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(server, async (client) => {
    await client.query('select pg_advisory_lock(4711)');
    await makeTemplate(server, client);
    await client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
    // What `migrate` says of a database is not copied with it.
    await client.query(`alter database ${name} set jit = off`);
  });
  const ownerUrl = withDatabase(server, name);
  const appUrl = withDatabase(server, name, APP_ROLE);
  const pool = new Pool({ connectionString: ownerUrl, max: 4 });
  // What is dropped by force tells its idle connections so.
  pool.on('error', () => undefined);
  const dataSources: DataSource[] = [];
  return {
    ownerUrl,
    appUrl,
    sql: async <T extends QueryResultRow>(text: string, values: unknown[] = []) =>
      (await pool.query<T>(text, values)).rows,
    dataSource: async (entities) => {
      const dataSource = await new DataSource({ type: 'postgres', url: appUrl, entities }).initialize();
      dataSources.push(dataSource);
      return dataSource;
    },
    stop: async () => {
      for (const dataSource of dataSources) await dataSource.destroy();
      await pool.end();
      await asSuperuser(server, async (client) => {
        await untilUnused(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/** Pools close their last connections a moment after they say so; ending those by force would fail whatever test runs then. */
async function untilUnused(client: Client, name: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const used = await client.query('select from pg_stat_activity where datname = $1', [name]);
    if (used.rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function makeTemplate(server: string, client: Client): Promise<void> {
  const there = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
  if (there.rowCount) return;
  await client.query(
    `do $$ begin if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE}; end if; end $$`,
  );
  await client.query(`alter role ${APP_ROLE} login password 'app'`);
  await client.query(`drop database if exists ${TEMPLATE}_draft with (force)`);
  await client.query(`create database ${TEMPLATE}_draft`);
  await migrate(withDatabase(server, `${TEMPLATE}_draft`), withDatabase(server, `${TEMPLATE}_draft`, APP_ROLE));
  await client.query(`alter database ${TEMPLATE}_draft rename to ${TEMPLATE}`);
}

async function asSuperuser(server: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) {
    url.username = role;
    url.password = 'app';
  }
  return url.href;
}
