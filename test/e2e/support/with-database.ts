import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** Statements against an instance's own database, as the owner of the schema, or as the superuser whom nothing stops. */
export async function withDatabase<Result>(
  dataDir: string,
  work: (sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<Result>,
  role: 'waymark_owner' | 'postgres' = 'waymark_owner',
): Promise<Result> {
  const secrets = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as {
    port: number;
    passwords: Record<string, string>;
  };
  const { port, passwords } = secrets;
  const client = new pg.Client({
    connectionString: `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/waymark`,
  });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows as Record<string, unknown>[]);
  } finally {
    await client.end();
  }
}
