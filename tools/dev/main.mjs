import { watch } from 'node:fs';
import { join } from 'node:path';
import { bundleServer } from '../build/bundle-server.mjs';
import { isTest } from '../build/fingerprint.mjs';
import { serverPackages, webApps } from '../build/packages.mjs';
import { build } from '../build/build.mjs';
import { freePort } from '../postgres/free-port.mjs';
import { markRunning } from '../setup/install.mjs';
import { root } from '../setup/paths.mjs';
import { runMain } from '../setup/stop-sentence.mjs';
import { keepDatabase } from '../start/database.mjs';
import { addressOf, childEnvironment, listeningAt, openDataDir } from '../start/environment.mjs';
import { claimDataDir } from '../start/instance.mjs';
import { prepare } from '../start/prepare.mjs';
import { stopRequest } from '../start/stop-request.mjs';
import { supervise } from '../start/supervise.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/** Calls back, once for several changes in a row, when a source of the server changes. */
function watchServer(callback) {
  let timer = null;
  const changed = (_event, name) => {
    if (!name || isTest(name)) return;
    clearTimeout(timer);
    timer = setTimeout(callback, 150);
  };
  // An editor's temporary file that is gone again, or not ours to read, is no source.
  const unreadable = (error) => say(`${error.message}: not watched.`);
  return serverPackages().map((dir) =>
    watch(join(root, dir, 'src'), { recursive: true }, changed).on('error', unreadable),
  );
}

/** The web app from its sources; what it does not know it asks of the API. */
async function serveWeb(api, port) {
  if (!webApps().some(({ dir }) => dir === 'apps/web')) return null;
  const { createServer } = await import('vite');
  const target = `http://127.0.0.1:${api.port}`;
  const server = await createServer({
    root: join(root, 'apps/web'),
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      allowedHosts: ['waymark.localhost', '.waymark.localhost'],
      proxy: { '/api': { target } },
    },
  });
  await server.listen();
  return { port, close: () => server.close() };
}

/** The address that people type is the web app's, so that packages let themselves be framed by it; their hosts are the API's. */
const origins = (api, web) => ({
  WAYMARK_ORIGIN: addressOf(web),
  WAYMARK_CONTENT_ORIGIN: addressOf(api).replace('://', '://*.'),
});

/** The API and the worker from compiled sources, compiled and started again after each change. */
await runMain(async () => {
  const at = listeningAt();
  const dataDir = openDataDir();
  const lock = await claimDataDir(dataDir, { kind: 'instance', address: addressOf(at), children: [] }, say);
  const stop = stopRequest();
  const unmark = markRunning();
  const { id } = await build(say);
  const postgres = await keepDatabase({ dataDir, say });
  const webPort = await freePort(at.port + 1);
  const env = () =>
    childEnvironment({
      dataDir,
      ...at,
      postgres,
      env: {
        ...origins(at, { ...at, port: webPort }),
        ...process.env,
        NODE_ENV: process.env.NODE_ENV || 'development',
      },
    });
  let children = [];
  const record = () =>
    lock.update({ database: postgres?.pid, children: children.map((child) => child.record).filter(Boolean) });
  const run = async () => {
    children = [
      ['API', 'main.js'],
      ['worker', 'worker.js'],
    ].map(([name, file]) =>
      supervise({
        name,
        file: join(root, 'apps/api/dist', file),
        env,
        cwd: root,
        say,
        onChange: () => queueMicrotask(record),
        options: ['--enable-source-maps'],
      }),
    );
    await Promise.all(children.map((child) => child.ready));
  };
  let turn = Promise.resolve();
  const again = () => {
    turn = turn
      .then(async () => {
        say('The server’s sources changed: compiling …');
        await bundleServer();
        await Promise.all(children.map((child) => child.stop()));
        await run();
        say('The server runs again.');
      })
      .catch((error) => say(`${error.message}\nWaiting for the next change.`));
  };
  let web = null;
  const watchers = [];
  try {
    await prepare({ dataDir, buildId: id, postgres, env: env() });
    await run();
    watchers.push(...watchServer(again));
    web = await serveWeb(at, webPort);
    say(
      `\nThe API: ${addressOf(at)}${web ? `\nThe web app from its sources: ${addressOf({ ...at, port: web.port })}` : ''}\nStop with Ctrl-C.\n`,
    );
    await stop.asked;
  } finally {
    watchers.forEach((watcher) => watcher.close());
    lock.update({ stopping: true });
    await web?.close();
    await Promise.all(children.map((child) => child.stop()));
    await postgres?.stop();
    unmark();
    lock.release();
  }
});
