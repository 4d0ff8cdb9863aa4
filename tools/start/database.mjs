import { postgresDirOf } from './environment.mjs';

/** Starts the embedded database and starts it again when it ends; null when the operator names one of their own. */
export async function keepDatabase({ dataDir, env = process.env, say, onChange = () => {} }) {
  if (env.DATABASE_URL) return null;
  const { startPostgres } = await import('../postgres/start-postgres.mjs');
  const start = () => startPostgres({ dir: postgresDirOf(dataDir), durable: true, database: true });
  let server = await start();
  let stopping = false;

  const watch = async () => {
    await server.ended;
    if (stopping) return;
    say('The database ended; starting it again.');
    const port = server.port;
    server = await start();
    onChange(server.port !== port);
    void watch();
  };
  void watch().catch((error) => {
    say(`The database could not be started again: ${error.message}`);
    process.kill(process.pid, 'SIGTERM');
  });

  return {
    url: (role, database) => server.url(role, database),
    get pid() {
      return server.pid;
    },
    async stop() {
      stopping = true;
      await server.stop();
    },
  };
}
