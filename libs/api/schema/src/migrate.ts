import { PgBoss } from 'pg-boss';
import { QUEUES } from '@lms/api-platform';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { grantToApp } from './grant-to-app.js';
import { MIGRATIONS } from './migrations.js';
import { personalDataFunctions, personalDataMark } from './personal-data/functions.js';
import { withoutJit } from './without-jit.js';

/** Any number will do, as long as it is always the same: one process migrates, the others wait. */
const MIGRATION_LOCK = 7_264_001;

/**
 * Brings a database to the newest shape: tables, job queues, and the rights of the product's own role. Safe to run
 * again and from two processes at once. `appUrl` names the login that the API uses.
 */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(ownerUrl);
    await makePersonalDataFunctions(lock);
    await makeQueues(ownerUrl);
    await grantToApp(lock, appUrl);
    for (const url of new Set([ownerUrl, appUrl])) await withoutJit(url);
  } finally {
    await lock.end();
  }
}

/** Whether {@link migrate} has nothing to do. */
export async function isMigrated(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const table = await client.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`);
    if (!table.rows[0]?.there) return false;
    const done = await client.query<{ n: number }>('select count(*)::int as n from migrations');
    if (done.rows[0]?.n !== MIGRATIONS.length) return false;
    const mark = await client.query<{ mark: string | null }>(
      `select obj_description(to_regproc('erase_rows'), 'pg_proc') as mark`,
    );
    return mark.rows[0]?.mark === personalDataMark();
  } finally {
    await client.end();
  }
}

async function runMigrations(url: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** What is known of people's data stands in a catalogue, not in a migration: it is made anew whenever it has changed. */
async function makePersonalDataFunctions(owner: Client): Promise<void> {
  await owner.query(personalDataFunctions());
  await owner.query(`comment on function erase_rows is '${personalDataMark()}'`);
}

async function makeQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false });
  // Start-up errors are thrown as well; without a listener they would end the process instead.
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
