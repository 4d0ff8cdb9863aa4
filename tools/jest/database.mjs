import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/start-postgres.mjs';
import { readPidFile } from '../postgres/postmaster.mjs';
import { identityOf, isAlive, isSameProcess, commandLineOf } from '../setup/process-identity.mjs';

const prefix = 'waymark-jest-';
const key = Symbol.for('waymark.test-database');

const kill = (dir, signal) => {
  const server = readPidFile(join(dir, 'postgres', 'data'));
  if (server && isAlive(server.pid) && commandLineOf(server.pid).includes(dir)) process.kill(server.pid, signal);
  return server?.pid;
};

/** Blocks the thread, which is all that is possible while a process exits. */
const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function discard(dir) {
  const pid = kill(dir, 'SIGQUIT');
  for (let tries = 0; pid && isAlive(pid) && tries < 300; tries += 1) sleep(10);
  rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Servers of test runs that were killed before they could tidy up. */
function discardAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const dir = join(tmpdir(), name);
    try {
      if (!isSameProcess(JSON.parse(readFileSync(join(dir, 'owner.json'), 'utf8')))) discard(dir);
    } catch {
      // Somebody else's, or just being made.
    }
  }
}

async function startOne() {
  discardAbandoned();
  const dir = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(dir, 0o711);
  writeFileSync(join(dir, 'owner.json'), JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
  process.once('exit', () => discard(dir));
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])
    process.once(signal, () => process.exit(128 + number));
  const server = await startPostgres({
    dir: join(dir, 'postgres'),
    durable: false,
    settings: { shared_buffers: '128MB', max_connections: 200 },
  });
  return server.url('postgres', 'postgres');
}

/**
 * One PostgreSQL for the whole run, however many projects ask for it, without safety and therefore fast. Tests find its
 * superuser's address in WAYMARK_TEST_PG; one that is set already (an older PostgreSQL, say) is used instead.
 */
export default async function database() {
  if (process.env.WAYMARK_TEST_PG) return;
  globalThis[key] ??= startOne();
  process.env.WAYMARK_TEST_PG = await globalThis[key];
}
