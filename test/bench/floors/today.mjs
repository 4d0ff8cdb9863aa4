import pg from 'pg';
import { serve } from './serve.mjs';

/** Reads: the person's page by one prepared statement, nobody asked who they are. */
process.once('message', ({ databaseUrl, poolSize, statement, today }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  serve(async (personId) => {
    const { rows } = await pool.query({ name: 'today', text: statement, values: [personId, today] });
    return rows[0].answer;
  });
});
