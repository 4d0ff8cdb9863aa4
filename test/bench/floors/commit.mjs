import pg from 'pg';
import { serve } from './serve.mjs';

const update = 'update kept set seq = $2, body = $3 where id = $1';

/** Writes: one row of one table is replaced, durably, for each POST. The path names the row. */
process.once('message', ({ databaseUrl, poolSize }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  serve(async (id, body) => {
    const [{ seq }] = JSON.parse(body).entries;
    const { rowCount } = await pool.query({ name: 'update', text: update, values: [id, seq, body] });
    if (rowCount !== 1) throw new Error(`There is no row ${id}`);
    return JSON.stringify({ courseDone: false, superseded: false, acknowledged: [seq], activityDone: false });
  });
});
