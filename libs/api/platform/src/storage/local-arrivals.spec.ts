import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LocalArrivals } from './local-arrivals.js';
import { LocalStorage } from './local-storage.js';

let directory = '';
let arrivals: LocalArrivals;
let id = '';

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'local-arrivals-'));
  arrivals = new LocalArrivals(directory, new LocalStorage(directory));
  id = randomUUID();
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
/** The file in which the hash of the one piece stands. */
async function noted(): Promise<string> {
  const folder = join(directory, 'arriving', id);
  const [name] = (await readdir(folder)).filter((each) => each.endsWith('.sha256'));
  return join(folder, name!);
}

describe('a file that arrives in one piece', () => {
  it('is stored under the hash that was taken as it came', async () => {
    await arrivals.append(id, 0, Readable.from([Buffer.from('one '), Buffer.from('two')]));
    // What stands there is believed: the file is not read again.
    await writeFile(await noted(), hashOf('noted'));
    expect(await arrivals.keep(id)).toEqual({ sha256: hashOf('noted'), size: 7 });
  });

  it.each([
    ['cut short', () => hashOf('one two').slice(0, 20)],
    ['empty', () => ''],
    ['lost', null],
  ])('is read when the hash is %s, as a power cut may leave it', async (_how, left) => {
    await arrivals.append(id, 0, Readable.from([Buffer.from('one '), Buffer.from('two')]));
    if (left) await writeFile(await noted(), left());
    else await rm(await noted());
    expect(await arrivals.keep(id)).toEqual({ sha256: hashOf('one two'), size: 7 });
  });

  it('has no hash when its connection broke', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('one ');
        throw new Error('The line went dead');
      })(),
    );
    await expect(arrivals.append(id, 0, broken)).rejects.toThrow('The line went dead');
    expect(await noted().catch(() => 'none')).toBe('none');
    expect(await arrivals.keep(id)).toEqual({ sha256: hashOf('one '), size: 4 });
  });
});
