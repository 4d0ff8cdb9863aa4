import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';

type Role = 'postgres' | 'waymark_owner' | 'waymark_app';

interface Secrets {
  port: number;
  passwords: Record<Role, string>;
}

/** The address of a database in the server of a data folder, for one of its three roles. */
export async function databaseUrl(dataDir: string, role: Role, database = 'waymark'): Promise<string> {
  const { port, passwords }: Secrets = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8'));
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/** Runs one statement over a connection of its own. */
export async function rowsOf<T extends QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
