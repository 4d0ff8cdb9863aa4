import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startS3, type TestS3 } from '../../../../../test/fixtures/s3/start-s3.js';
import { WrongSetting } from '../configuration/wrong-setting.js';
import { openFileStore } from './open-file-store.js';

let s3: TestS3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const opening = (change: object) => openFileStore({ s3: { ...s3.settings, ...change }, dataDir: '/nowhere' });

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('a bucket that cannot be used is refused at the start, in one sentence', () => {
  it('when it is not there', async () => {
    await expect(opening({ bucket: 'elsewhere' })).rejects.toThrow(
      new WrongSetting('WAYMARK_S3_BUCKET is "elsewhere": There is no such bucket.'),
    );
  });

  it('when the keys are not the right ones', async () => {
    await expect(opening({ keys: { accessKeyId: 'nobody', secretAccessKey: 'wrong' } })).rejects.toThrow(
      'WAYMARK_S3_BUCKET is "waymark": The store does not let these keys use the bucket.',
    );
  });

  it('when nobody answers', async () => {
    await expect(opening({ endpoint: `http://127.0.0.1:${await closedPort()}` })).rejects.toThrow(
      'WAYMARK_S3_BUCKET is "waymark": The store cannot be reached; check WAYMARK_S3_ENDPOINT.',
    );
  });
});
