import { accessSync, chmodSync, constants, existsSync, mkdirSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import { dataDirOf } from '../setup/paths.mjs';
import { Stop } from '../setup/stop-sentence.mjs';

/** Makes the data folder. Root's must let the database's account through to its own folder, and shows it nothing else. */
export function openDataDir(env = process.env) {
  const dir = dataDirOf(env);
  try {
    if (!existsSync(dir)) {
      mkdirSync(dir, { recursive: true });
      chmodSync(dir, process.getuid?.() === 0 ? 0o711 : 0o700);
    }
    opendirSync(dir).closeSync();
    accessSync(dir, constants.W_OK);
  } catch (error) {
    throw new Stop(`The data folder ${dir} cannot be used (${error.code}): set WAYMARK_DATA_DIR to one that can.`, 2);
  }
  return dir;
}

/** HOST and PORT, checked. */
export function listeningAt(env = process.env) {
  const port = /^\d+$/.test(env.PORT || '3000') ? Number(env.PORT || 3000) : 0;
  if (port < 1 || port > 65_535) {
    throw new Stop(`PORT is "${env.PORT}": Give a number from 1 to 65535.`, 2);
  }
  return { host: env.HOST || '127.0.0.1', port };
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::']);

/** The address to tell people, unless the API names another. */
export const addressOf = ({ host, port }) => `http://${loopback.has(host) ? 'waymark.localhost' : host}:${port}`;

/** Where the embedded database of a data folder lies. */
export const postgresDirOf = (dataDir) => join(dataDir, 'postgres');

/**
 * What the API, the worker and `lms` are told.
 * @param {{ url(role: string, database: string): string } | null} postgres the embedded server, null for one of the operator's own
 */
export function childEnvironment({ dataDir, host, port, postgres, env = process.env }) {
  const shared = {
    ...env,
    WAYMARK_DATA_DIR: dataDir,
    HOST: host,
    PORT: String(port),
    NODE_ENV: env.NODE_ENV || 'production',
  };
  if (!postgres) return shared;
  return {
    ...shared,
    WAYMARK_EMBEDDED: '1',
    WAYMARK_DEMO: env.WAYMARK_DEMO || '1',
    DATABASE_URL: postgres.url('waymark_owner', 'waymark'),
    DATABASE_APP_URL: postgres.url('waymark_app', 'waymark'),
  };
}
