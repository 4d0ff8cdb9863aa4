import pg from 'pg';
import { startPostgres } from '../../../tools/postgres/start-postgres.mjs';
import { serve } from './serve.mjs';

/** Starting: the same PostgreSQL on the same folder, and a bare server in front of it. Arguments: folder, port. */
const [dir, port] = process.argv.slice(2);
const postgres = await startPostgres({ dir, durable: true, database: true });
// A server that still ran would make this a start of nothing.
if (postgres.reattached) throw new Error('PostgreSQL was running already');
const pool = new pg.Pool({ connectionString: postgres.url('waymark_app', 'waymark') });
serve(async () => JSON.stringify((await pool.query('select 1 as one')).rows), {
  port: Number(port),
  close: async () => {
    await pool.end();
    await postgres.stop();
  },
});
