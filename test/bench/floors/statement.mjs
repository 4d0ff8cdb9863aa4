import pg from 'pg';
import { serve } from './serve.mjs';

/**
 * Reads: statements by their names, each prepared, nobody asked who they are. The path says which, and what its first
 * values are. A statement that answers one text is sent as it is, rows that are JSON one after the other, others as JSON.
 */
process.once('message', ({ databaseUrl, poolSize, statements }) => {
  const known = JSON.parse(statements);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  serve(async (path) => {
    const [name, ...first] = path.split('/');
    const { text, values } = known[name];
    const { rows } = await pool.query({ name, text, values: [...first, ...values] });
    if (rows[0]?.item) return `{"items":[${rows.map(({ item }) => item).join(',')}]}`;
    return rows[0]?.answer ?? JSON.stringify({ items: rows });
  });
});
