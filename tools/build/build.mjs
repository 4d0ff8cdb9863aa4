import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../setup/file-lock.mjs';
import { cacheDir, root } from '../setup/paths.mjs';
import { Stop } from '../setup/stop-sentence.mjs';
import { contentPrint, filesOf, quickPrint } from './fingerprint.mjs';
import { serverPackages, serverPrograms, webApps } from './packages.mjs';

const stampFile = join(root, 'dist', 'build.json');
const settings = [
  'package-lock.json',
  '.swcrc',
  'tsconfig.base.json',
  'tsconfig.server.json',
  'tsconfig.web.json',
  'tools/build',
];

const readStamp = () => {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
};

const writeStamp = (stamp) => {
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
    const draft = `${stampFile}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(stamp, null, 2));
    renameSync(draft, stampFile);
  } catch {
    // A checkout of somebody else's: the next start compares again.
  }
};

/** What can be built, with the files it is built from. */
function targets() {
  const server = {
    name: 'server',
    inputs: serverPackages(),
    outputs: serverPrograms.map((name) => `apps/api/dist/${name}.js`),
    make: async () => {
      const { bundleServer } = await import('./bundle-server.mjs');
      await bundleServer();
    },
  };
  const apps = webApps().map(({ dir, page, inputs }) => ({
    name: dir,
    inputs,
    outputs: [`${dir}/dist/${page}`],
    make: async () => {
      await viteBuild(dir);
      const { precompress } = await import('./precompress.mjs');
      await precompress(join(root, dir, 'dist'));
    },
  }));
  return [server, ...apps];
}

const viteBuild = (dir) =>
  new Promise((done, failed) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: join(root, dir),
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', failed);
    child.on('exit', (code) => {
      if (code !== 0) return failed(new Stop(`${dir} could not be built.\n${output}`));
      if (output.trim()) process.stderr.write(`${output.trim()}\n`);
      done();
    });
  });

/** Whether a target is as its sources want it; brings a stamp up to date whose files were only touched. */
function stateOf(target, stamp) {
  const files = filesOf([...target.inputs, ...settings]);
  const quick = quickPrint(files);
  const there = target.outputs.every((path) => existsSync(join(root, path)));
  const last = stamp[target.name];
  if (there && last?.quick === quick) return { fresh: true, entry: last };
  const content = contentPrint(files);
  return { fresh: there && last?.content === content, entry: { quick, content } };
}

const look = () => {
  const stamp = readStamp();
  return targets().map((target) => ({ target, ...stateOf(target, stamp) }));
};

const remember = (states) => writeStamp(Object.fromEntries(states.map(({ target, entry }) => [target.name, entry])));

/**
 * Builds what has changed.
 * @param {(line: string) => void} say told before work begins; not called when there is none
 * @returns {Promise<{ id: string, built: string[] }>} `id` names this state of the server's sources
 */
export async function build(say = () => {}) {
  const before = readStamp();
  let states = look();
  const idOf = () => states[0].entry.content.slice(0, 16);
  if (states.every(({ fresh }) => fresh)) {
    if (states.some(({ target, entry }) => before[target.name]?.quick !== entry.quick)) remember(states);
    return { id: idOf(), built: [] };
  }
  const lock = await waitForLock(join(cacheDir, 'build.lock'), {}, () => say('Waiting for another build …'));
  try {
    states = look();
    const stale = states.filter(({ fresh }) => !fresh);
    if (stale.length > 0) say(`Building ${stale.map(({ target }) => target.name).join(', ')} …`);
    const results = await Promise.allSettled(stale.map(({ target }) => target.make()));
    const failed = stale.filter((_, index) => results[index].status === 'rejected');
    remember(states.filter((state) => !failed.includes(state)));
    const error = results.find(({ status }) => status === 'rejected');
    if (error) throw new Stop(`The build failed.\n${error.reason.message}`);
    return { id: idOf(), built: stale.map(({ target }) => target.name) };
  } finally {
    lock.release();
  }
}

/** The name of the last build, for a start that must not build. */
export function lastBuild() {
  const content = readStamp().server?.content;
  if (!content || !existsSync(join(root, 'apps/api/dist/main.js'))) {
    throw new Stop('Nothing is built yet: run npm run build first.');
  }
  return { id: content.slice(0, 16), built: [] };
}
