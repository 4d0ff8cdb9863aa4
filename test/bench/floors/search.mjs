import pg from 'pg';
import { serve } from './serve.mjs';

/** Searches: a page of the catalogue by one prepared statement, nobody asked who they are. */
process.once('message', ({ databaseUrl, poolSize, statement, today }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const none = null;
  serve(async (path) => {
    const { pathname, searchParams } = new URL(path, 'http://floor');
    const typed = searchParams.get('q');
    const values = [
      pathname.slice(1),
      today,
      typed,
      none,
      none,
      none,
      none,
      none,
      false,
      25,
      true,
      none,
      none,
      none,
      none,
    ];
    const { rows } = await pool.query({ name: 'search', text: statement, values });
    return rows[0].answer;
  });
});
