import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive, waitForExit } from '../setup/process-identity.mjs';
import { asAccount, serverAccount } from './account.mjs';
import { binariesFor } from './binaries.mjs';
import { createCluster, openSecrets, saveSecrets, serverEnv } from './cluster.mjs';
import { freePort } from './free-port.mjs';
import { clearStale, runningServer, waitUntilReady } from './postmaster.mjs';
import { ensureDatabase, ensureRoles } from './roles.mjs';

const small = {
  shared_buffers: '32MB',
  max_connections: 60,
  max_wal_size: '512MB',
  wal_buffers: '4MB',
  min_wal_size: '32MB',
  autovacuum_max_workers: 1,
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

const logTail = (file) => {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(-12).join('\n');
  } catch {
    return '';
  }
};

/**
 * Starts PostgreSQL on the cluster under `dir`, creating it the first time, or attaches to the server that still runs there.
 * Listens on 127.0.0.1 only. The port and the passwords are kept in `<dir>.json`.
 * @param {{ dir: string, durable: boolean, settings?: Record<string, string | number>, database?: boolean }} options
 *   `durable: false` trades safety for speed, for tests; `database` makes the product's database as well.
 */
export async function startPostgres({ dir, durable, settings = {}, database = false }) {
  mkdirSync(dirname(dir), { recursive: true });
  const account = serverAccount(dir);
  const secrets = openSecrets(dir, account);
  const home = secrets.home ?? dir;
  const data = join(home, 'data');
  const running = runningServer(data);
  if (running) {
    const ready = await waitUntilReady(data, () => !isAlive(running.pid));
    if (ready) {
      const handle = handleOf({ pid: ready.pid, port: ready.port, secrets, reattached: true });
      await prepare(handle, secrets, database);
      return handle;
    }
  }
  const bin = await binariesFor(account);
  const created = !existsSync(data);
  if (created) {
    saveSecrets(secrets);
    await createCluster({ home, bin, account, secrets, durable });
  }
  await clearStale(data);
  const handle = await launch({
    bin,
    home,
    data,
    account,
    secrets,
    settings: { ...small, ...(durable ? {} : careless), ...settings },
  });
  await prepare(handle, secrets, database);
  if (secrets.port !== handle.port) saveSecrets({ ...secrets, port: handle.port });
  return handle;
}

/** Once for a cluster, remembered beside it; a start that was cut short does it again. */
async function prepare(handle, secrets, database) {
  const wanted = database ? 'database' : (secrets.prepared ?? 'roles');
  if (secrets.prepared === wanted) return;
  await ensureRoles(handle.url('postgres', 'postgres'), secrets.passwords);
  if (database) await ensureDatabase(handle.url('postgres', 'postgres'));
  secrets.prepared = wanted;
  secrets.port = handle.port;
  saveSecrets(secrets);
}

async function launch({ bin, home, data, account, secrets, settings }) {
  const log = join(home, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? secrets.port : null);
    const options = Object.entries({ ...settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' });
    const out = openSync(log, 'a');
    // A group of its own: Ctrl-C in the terminal must reach the supervisor first, which ends the server last.
    const child = spawn(
      join(bin, 'postgres'),
      ['-D', data, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...asAccount(account),
        cwd: home,
        env: serverEnv,
        detached: true,
        stdio: ['ignore', out, out],
      },
    );
    closeSync(out);
    let over = false;
    const ended = new Promise((done) => {
      child.once('error', () => done((over = true)));
      child.once('exit', () => done((over = true)));
    });
    const ready = await waitUntilReady(data, () => over);
    if (ready && ready.pid === child.pid) {
      child.unref();
      return handleOf({ pid: child.pid, port, secrets, reattached: false, ended });
    }
    child.kill('SIGKILL');
    await ended;
    // A port taken in between, or a backend of a killed server that lets go a moment later.
    if (attempt === 5) throw new Error(`The database server did not start.\n${logTail(log)}`);
    await new Promise((done) => setTimeout(done, 100 * attempt));
    await clearStale(data);
  }
}

function handleOf({ pid, port, secrets, reattached, ended = null }) {
  return {
    pid,
    port,
    reattached,
    /** Connection string of one of the roles postgres, waymark_owner and waymark_app. */
    url: (role, name) => `postgres://${role}:${secrets.passwords[role]}@127.0.0.1:${port}/${name}`,
    /** Resolves when the server has ended, for whatever reason. */
    ended: ended ?? watched(pid),
    /** Ends the server: open transactions are rolled back, everything committed is kept. */
    async stop() {
      for (const [signal, ms] of [
        ['SIGINT', 15_000],
        ['SIGQUIT', 5000],
        ['SIGKILL', 2000],
      ]) {
        try {
          process.kill(pid, signal);
        } catch {
          return;
        }
        if (await waitForExit(pid, ms)) return;
      }
    },
  };
}

const watched = (pid) =>
  new Promise((done) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      done(true);
    }, 250);
    timer.unref();
  });
