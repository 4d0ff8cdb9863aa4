import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureClamd } from './ensure-clamd.mjs';

/** Whether it answers PING with PONG. */
const answers = (socket) =>
  new Promise((done) => {
    const client = connect(socket);
    client.on('error', () => done(false));
    client.on('connect', () => client.write('zPING\0'));
    client.on('data', (bytes) => {
      client.destroy();
      done(bytes.toString().startsWith('PONG'));
    });
  });

/** A real clamd that knows nothing but the given words; see start-clamd.d.mts. */
export async function startClamd({ name, words, settings = {} }) {
  const { program, env } = await ensureClamd();
  const dir = mkdtempSync(join(tmpdir(), 'waymark-clamd-'));
  const socket = join(dir, 'clamd.sock');
  mkdirSync(join(dir, 'signatures'));
  // Any file (type 0), anywhere in it (*), these bytes.
  writeFileSync(join(dir, 'signatures', 'test.ndb'), `${name}:0:*:${Buffer.from(words).toString('hex')}\n`);
  const lines = {
    DatabaseDirectory: join(dir, 'signatures'),
    LocalSocket: socket,
    TemporaryDirectory: dir,
    Foreground: 'yes',
    StreamMaxLength: '2048M',
    ...settings,
  };
  const config = join(dir, 'clamd.conf');
  writeFileSync(
    config,
    `${Object.entries(lines)
      .map((line) => line.join(' '))
      .join('\n')}\n`,
  );
  let child = null;
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    rmSync(socket, { force: true });
  };
  const start = async () => {
    let said = '';
    child = spawn(program, ['--config-file', config], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes));
    const failed = new Promise((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`clamd ended with ${code}.\n${said}`)));
    });
    failed.catch(() => {});
    while (!(await Promise.race([answers(socket), failed]))) await wait(50);
  };
  const kill = () => child?.kill('SIGKILL');
  process.once('exit', kill);
  await start();
  return {
    socket,
    start,
    stop,
    async discard() {
      process.off('exit', kill);
      await stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
