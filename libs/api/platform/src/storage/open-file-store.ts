import path from 'node:path';
import type { Configuration } from '../configuration/configuration.js';
import { WrongSetting } from '../configuration/wrong-setting.js';
import type { Arrivals } from './arrivals.js';
import { LocalArrivals } from './local-arrivals.js';
import { LocalStorage } from './local-storage.js';
import type { Storage } from './storage.js';

/** Where files are kept, and where they arrive. */
export interface FileStore {
  storage: Storage;
  arrivals: Arrivals;
}

/**
 * The store that the settings name: a bucket, else `files` in the data directory. Throws {@link WrongSetting} when the
 * bucket cannot be used.
 */
export async function openFileStore({ s3, dataDir }: Pick<Configuration, 's3' | 'dataDir'>): Promise<FileStore> {
  if (!s3) {
    const directory = path.join(dataDir, 'files');
    const local = new LocalStorage(directory);
    return { storage: local, arrivals: new LocalArrivals(directory, local) };
  }
  // Loaded only where it is wanted: the SDK is large.
  const [{ S3Bucket, statusOf }, { S3Storage }, { S3Arrivals }] = await Promise.all([
    import('./s3-bucket.js'),
    import('./s3-storage.js'),
    import('./s3-arrivals.js'),
  ]);
  const bucket = new S3Bucket(s3);
  await bucket.check().catch((error: unknown) => {
    throw new WrongSetting(`WAYMARK_S3_BUCKET is "${s3.bucket}": ${whyNot(statusOf(error))}.`);
  });
  const storage = new S3Storage(bucket);
  return { storage, arrivals: new S3Arrivals(bucket, storage) };
}

function whyNot(status: number | undefined): string {
  if (status === 404) return 'There is no such bucket';
  if (status === 403 || status === 401) return 'The store does not let these keys use the bucket';
  if (status === undefined) return 'The store cannot be reached; check WAYMARK_S3_ENDPOINT';
  return `The store answered with ${status}; check WAYMARK_S3_ENDPOINT and WAYMARK_S3_REGION`;
}
