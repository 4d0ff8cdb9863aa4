import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalStorage } from './local-storage.js';

let directory = '';
let storage: LocalStorage;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-storage-'));
  storage = new LocalStorage(join(directory, 'files'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const sha256 = createHash('sha256').update('hello').digest('hex');
const path = () => join(directory, 'files/blobs', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

describe('files in the local directory', () => {
  it('lie under their address, for their owner alone', async () => {
    await storage.put(Readable.from([Buffer.from('hello')]));
    expect(await readFile(path(), 'utf8')).toBe('hello');
    for (const at of [path(), join(directory, 'files/blobs'), join(directory, 'files/incoming')]) {
      expect((await stat(at)).mode & 0o077).toBe(0);
    }
  });

  it('are missing with the code of a missing file', async () => {
    await expect(buffer(storage.open(sha256))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('count as put again when the same bytes come again', async () => {
    await storage.put(Readable.from([Buffer.from('hello')]));
    const old = new Date('2026-01-01T00:00:00Z');
    await utimes(path(), old, old);
    await storage.put(Readable.from([Buffer.from('hello')]));
    expect((await stat(path())).mtime.getTime()).toBeGreaterThan(old.getTime());
  });

  it('that a killed process left half are cleared by their age', async () => {
    const incoming = join(directory, 'files/incoming');
    await mkdir(incoming, { recursive: true });
    const old = new Date('2026-01-01T00:00:00Z');
    for (const name of ['old', 'new']) await writeFile(join(incoming, name), 'half');
    await utimes(join(incoming, 'old'), old, old);
    expect(await storage.clearHalfFiles(new Date('2026-01-02T00:00:00Z'))).toBe(1);
    expect(await readdir(incoming)).toEqual(['new']);
  });
});
