import { Client } from 'pg';

/**
 * Plans for this login in this database are run as they are. PostgreSQL otherwise compiles what looks costly to it; the
 * statements of a fact's triggers look so, are run for a few rows, and took several times as long. Each login may say so
 * for itself, whatever its rights.
 */
export async function withoutJit(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `do $$ begin execute format('alter role current_user in database %I set jit = off', current_database()); end $$`,
    );
  } finally {
    await client.end();
  }
}
