import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer as toBuffer } from 'node:stream/consumers';
import { type Configuration, openFileStore } from '@lms/api-platform';
import { migrate } from '@lms/api-schema';
import type { ClientBase } from 'pg';
import { checkAll } from '../check.js';
import type { CommandIo } from '../command-io.js';
import { inSnapshot } from '../snapshot.js';
import { withOwner } from '../with-owner.js';
import { assertEmpty, fillTable, setSequences, setTriggers } from './fill-tables.js';
import { type Manifest, SECRET, tableEntry } from './manifest.js';
import { assertShapeFits, migrateAsBackup } from './migrate-as-backup.js';
import { readArchive } from './read-archive.js';
import { readTables } from './read-tables.js';
import { verifyArchive } from './verify-archive.js';
import { writeSecret } from './write-secret.js';

/**
 * Puts a backup back into an empty database: read and verified as a whole first, then all of it or nothing, then checked
 * as `check` does. An older backup is brought up to date afterwards.
 */
export async function restore(io: CommandIo, file: string): Promise<void> {
  const configuration = io.configuration();
  const { ownerUrl, appUrl } = configuration;
  const source = path.resolve(file);
  io.progress('Reading the backup …');
  const manifest = await verifyArchive(source);
  await withOwner(ownerUrl, async (client) => {
    await assertShapeFits(client, manifest);
    await assertEmpty(client, await readTables(client));
    io.progress('Making the tables …');
    await migrateAsBackup(ownerUrl, manifest);
    await inTransaction(client, () => putBack(client, source, manifest, configuration, io));
    await migrate(ownerUrl, appUrl);
    await client.query('analyze');
    io.progress('Checking what was put back …');
    await inSnapshot(client, () => checkAll(client, io));
  });
}

async function putBack(
  client: ClientBase,
  source: string,
  manifest: Manifest,
  configuration: Configuration,
  io: CommandIo,
): Promise<void> {
  const tables = new Map(manifest.tables.map((table) => [tableEntry(table.name), table]));
  const { storage } = await openFileStore(configuration);
  let secret: string | undefined;
  const shapes = await readTables(client);
  await setTriggers(client, shapes, 'disable');
  await assertEmpty(client, shapes);
  for await (const { name, bytes } of readArchive(source)) {
    const table = tables.get(name);
    if (table) {
      io.progress(`Table ${table.name}: ${table.rows} rows …`);
      await fillTable(client, table, bytes);
    } else if (name.startsWith('files/')) {
      await storage.put(Readable.from(bytes));
    } else if (name === SECRET) {
      secret = (await toBuffer(bytes)).toString('utf8');
    } else {
      await toBuffer(bytes);
    }
  }
  await setSequences(client);
  // Rows that a deferred key still has to look at would forbid to change the tables.
  await client.query('set constraints all immediate');
  await setTriggers(client, shapes, 'enable');
  if (secret !== undefined) await writeSecret(configuration, secret, io.progress);
  for (const sha256 of manifest.missing) io.progress(`The stored file ${sha256} was missing when the backup was made.`);
}

async function inTransaction(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
