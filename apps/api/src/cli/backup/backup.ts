import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Configuration, openFileStore } from '@lms/api-platform';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import { assertMigrated } from '../assert-migrated.js';
import type { CommandIo } from '../command-io.js';
import { Refusal } from '../refusal.js';
import { inSnapshot } from '../snapshot.js';
import { withOwner } from '../with-owner.js';
import { ArchiveWriter } from './archive-writer.js';
import { fileEntry, FORMAT, MANIFEST, type Manifest, SECRET, tableEntry, type TableOfBackup } from './manifest.js';
import { readMigrations, readTables, type TableShape } from './read-tables.js';
import { referencedFiles } from './referenced-files.js';

/**
 * Writes the database as it stands at one moment, the stored files it names, and the secret that signs links and
 * tokens, to one file. The product may run meanwhile; memory does not grow with what there is.
 */
export async function backup(io: CommandIo, file: string): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const target = path.resolve(file);
  if (await exists(target)) throw new Refusal(`There is a file ${target} already: name another one.`);
  if (!(await exists(path.dirname(target)))) throw new Refusal(`There is no folder ${path.dirname(target)}.`);
  const archive = new ArchiveWriter(target);
  try {
    const missing = await withOwner(configuration.ownerUrl, (client) =>
      inSnapshot(client, () => writeAll(client, archive, configuration, io)),
    );
    await archive.finish();
    io.print(target);
    if (missing > 0) throw new Refusal(`The backup is written, but ${missing} stored files are missing from it.`);
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

async function writeAll(client: ClientBase, archive: ArchiveWriter, configuration: Configuration, io: CommandIo) {
  const tables: TableOfBackup[] = [];
  for (const table of await readTables(client)) {
    io.progress(`Table ${table.name} …`);
    tables.push({ ...table, rows: await writeTable(client, archive, table) });
  }
  const { files, missing } = await writeFiles(await referencedFiles(client), archive, configuration, io);
  const secret = await readFile(path.join(configuration.dataDir, 'secret'), 'utf8').catch(() => null);
  if (secret !== null) await archive.addText(SECRET, secret);
  const migrations = await readMigrations(client);
  const createdAt = new Date().toISOString();
  const manifest: Manifest = {
    format: FORMAT,
    createdAt,
    migrations,
    tables,
    files,
    missing,
    entries: archive.entries,
  };
  await archive.addText(MANIFEST, JSON.stringify(manifest, null, 1));
  return missing.length;
}

/** Answers how many rows there are. */
async function writeTable(client: ClientBase, archive: ArchiveWriter, { name, columns }: TableShape): Promise<number> {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const copy = client.query(to(`copy public.${client.escapeIdentifier(name)} (${listed}) to stdout`));
  await archive.addSpooled(tableEntry(name), copy);
  return copy.rowCount ?? 0;
}

async function writeFiles(
  addresses: readonly string[],
  archive: ArchiveWriter,
  configuration: Configuration,
  io: CommandIo,
): Promise<{ files: number; missing: string[] }> {
  const { storage } = await openFileStore(configuration);
  const missing: string[] = [];
  io.progress(`${addresses.length} stored files …`);
  for (const sha256 of addresses) {
    const size = await storage.size(sha256);
    if (size === undefined) {
      missing.push(sha256);
      io.progress(`The stored file ${sha256} is missing.`);
      continue;
    }
    const found = await archive.add(fileEntry(sha256), size, storage.open(sha256));
    if (found !== sha256) throw new Refusal(`The stored file ${sha256} is damaged, so no backup was written.`);
  }
  return { files: addresses.length - missing.length, missing };
}

const exists = (at: string): Promise<boolean> =>
  access(at).then(
    () => true,
    () => false,
  );
