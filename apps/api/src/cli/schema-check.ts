import { DataSource } from 'typeorm';
import { assertMigrated } from './assert-migrated.js';
import type { CommandIo } from './command-io.js';
import { Differences } from './differences.js';
import { databaseColumns, programColumns } from './schema-columns.js';
import { schemaDifferences } from './schema-differences.js';
import { withApplication } from './with-application.js';
import { withOwner } from './with-owner.js';

/** Compares all entities with the tables: names, types and emptiness of columns. Keys and checks are the migrations'. */
export async function schemaCheck(io: CommandIo): Promise<void> {
  const configuration = io.configuration();
  await assertMigrated(configuration.ownerUrl);
  const program = await withApplication(configuration, async (app) =>
    programColumns(app.get(DataSource, { strict: false })),
  );
  const differences = schemaDifferences(program, await withOwner(configuration.ownerUrl, databaseColumns));
  for (const difference of differences) io.print(difference);
  if (differences.length > 0) throw new Differences();
  io.print(`${program.length} columns of ${new Set(program.map(({ table }) => table)).size} tables agree.`);
}
