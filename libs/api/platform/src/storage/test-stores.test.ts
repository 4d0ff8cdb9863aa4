import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3 } from '../../../../../test/fixtures/s3/start-s3.js';
import { type FileStore, openFileStore } from './open-file-store.js';
import { S3Bucket } from './s3-bucket.js';

/** A store of its own for each test, and the names of everything in it. */
export interface TestStore extends FileStore {
  inside(folder: string): Promise<string[]>;
  stop(): Promise<void>;
}

async function localStore(): Promise<TestStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-storage-'));
  const inside = async (folder: string) => {
    const at = join(dataDir, 'files', folder);
    const entries = await readdir(at, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  };
  const store = await openFileStore({ s3: undefined, dataDir });
  return { ...store, inside, stop: () => rm(dataDir, { recursive: true, force: true }) };
}

async function s3Store(): Promise<TestStore> {
  const { settings, stop } = await startS3();
  const bucket = new S3Bucket(settings);
  const inside = async (folder: string) => {
    const names: string[] = [];
    for await (const { key } of bucket.list(folder === '' ? '' : `${folder}/`)) names.push(key.split('/').at(-1) ?? '');
    return names;
  };
  return { ...(await openFileStore({ s3: settings, dataDir: '/nowhere' })), inside, stop };
}

/** Every kind of store there is: what one of them promises, all of them keep. */
export const STORES: readonly [name: string, open: () => Promise<TestStore>][] = [
  ['the local directory', localStore],
  ['an S3-compatible server', s3Store],
];
