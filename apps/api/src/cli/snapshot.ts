import type { ClientBase } from 'pg';

/** Everything read inside stands at one moment, whatever others write meanwhile; nothing is locked. */
export async function inSnapshot<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}
