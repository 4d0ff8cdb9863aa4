import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import type { S3Settings } from '../configuration/s3-settings.js';
import type { ByteRange } from './storage.js';

/** A piece of a file sent at once; no part of S3's but the last may be smaller than 5 MB. */
export const PART_BYTES = 8 * 1024 * 1024;

export interface S3Object {
  key: string;
  size: number;
  changedAt: Date;
}

/** The few requests that are made of an S3-compatible store. */
export class S3Bucket {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Settings) {
    this.bucket = settings.bucket;
    this.client = new S3Client({
      region: settings.region,
      ...(settings.endpoint ? { endpoint: settings.endpoint, forcePathStyle: true } : {}),
      ...(settings.keys ? { credentials: settings.keys } : {}),
      // Checksums in trailers are Amazon's own; files have their hash for an address anyway.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** Throws when the bucket is not there or may not be used. */
  async check(): Promise<void> {
    await this.client.send(new ListObjectsV2Command({ Bucket: this.bucket, Prefix: 'incoming/' }));
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes }));
  }

  /** Streams a file of any length in, two parts in memory at once. Nothing stands there after a failure. */
  async putStream(key: string, pieces: AsyncIterable<Buffer>): Promise<void> {
    let failure: unknown;
    const watched = async function* (): AsyncGenerator<Buffer> {
      try {
        yield* pieces;
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    const body = Readable.from(watched(), { objectMode: false });
    const params = { Bucket: this.bucket, Key: key, Body: body };
    try {
      await new Upload({ client: this.client, params, partSize: PART_BYTES, queueSize: 2 }).done();
    } catch (error) {
      // Why the pieces ended says more than why the store could not forget the ones it had.
      throw failure ?? error;
    }
  }

  /** Within the store, no byte travels; up to 5 GB. */
  async copy(from: string, to: string): Promise<void> {
    const source = `${this.bucket}/${from}`.split('/').map(encodeURIComponent).join('/');
    await this.client.send(new CopyObjectCommand({ Bucket: this.bucket, Key: to, CopySource: source }));
  }

  /** The stream emits an error when there is no such object. */
  open(key: string, range?: ByteRange): Readable {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const get = async () => this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range }));
    return Readable.from(
      (async function* (): AsyncGenerator<Buffer> {
        const { Body } = await get();
        if (!(Body instanceof Readable)) throw new Error('The store answered without bytes');
        yield* Body;
      })(),
      { objectMode: false },
    );
  }

  async size(key: string): Promise<number | undefined> {
    try {
      const { ContentLength } = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }));
      return ContentLength;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  /** Parts of files that nobody sends any more; 0 where the store cannot tell of them. */
  async abortUploads(prefix: string, before: Date): Promise<number> {
    let aborted = 0;
    try {
      const found = await this.client.send(new ListMultipartUploadsCommand({ Bucket: this.bucket, Prefix: prefix }));
      for (const { Key, UploadId, Initiated } of found.Uploads ?? []) {
        if (!Key || !UploadId || !Initiated || Initiated >= before) continue;
        await this.client.send(new AbortMultipartUploadCommand({ Bucket: this.bucket, Key, UploadId }));
        aborted += 1;
      }
    } catch (error) {
      // Not every maker of such stores offers this.
      if (![404, 405, 501].includes(statusOf(error) ?? 0)) throw error;
    }
    return aborted;
  }

  /** By key, in the order of their characters. */
  async *list(prefix: string): AsyncGenerator<S3Object> {
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, ContinuationToken: token }),
      );
      for (const { Key, Size, LastModified } of page.Contents ?? []) {
        if (Key) yield { key: Key, size: Size ?? 0, changedAt: LastModified ?? new Date(0) };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }
}

/** The HTTP status that the store answered with; undefined when it did not answer. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  return (error.$metadata as { httpStatusCode?: number }).httpStatusCode;
}
