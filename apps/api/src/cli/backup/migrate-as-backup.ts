import { MIGRATIONS } from '@lms/api-schema';
import { DataSource } from 'typeorm';
import type { ClientBase } from 'pg';
import { Refusal } from '../refusal.js';
import type { Manifest } from './manifest.js';
import { readMigrations } from './read-tables.js';

/** Throws Refusal when this program, or this database, cannot take the shape that the backup has. */
export async function assertShapeFits(client: ClientBase, { migrations }: Manifest): Promise<void> {
  const ours = MIGRATIONS.map(({ name }) => name);
  if (migrations.some((name, index) => ours[index] !== name)) {
    throw new Refusal('The backup was written by a newer version of Waymark: install that version first.');
  }
  const there = await readMigrations(client);
  if (there.length > migrations.length) {
    throw new Refusal('The backup is older than the tables of this database: restore it into a database without any.');
  }
}

/** Gives a database the tables that the backup was written from, and none that came later. */
export async function migrateAsBackup(ownerUrl: string, { migrations }: Manifest): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS.slice(0, migrations.length),
    migrationsTransactionMode: 'each',
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
