import type { IncomingMessage } from 'node:http';
import { Audit, changeOf, type Ctx, Jobs, Storage, type StoredBytes, Transactions } from '@lms/api-platform';
import type { Upload, UploadQuery } from '@lms/contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { z } from 'zod';
import { v7 as uuid } from 'uuid';
import { Blobs } from './blobs.js';
import { receiveFile } from './receive-file.js';
import { UPLOAD_LIMITS } from './upload-limits.js';
import { assertName, emptyFile } from './upload-problems.js';
import { Uploads } from './uploads.js';

type Query = z.infer<typeof UploadQuery>;

/** How long a request waits for its turn to clear up. */
const CLEAR_UP_MS = 2_000;

/** Takes a file in; what is in it is found out by a job. */
@Injectable()
export class ReceiveUpload {
  private readonly log = new Logger('Uploads');

  constructor(
    private readonly storage: Storage,
    private readonly blobs: Blobs,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly uploads: Uploads,
  ) {}

  async run(ctx: Ctx, query: Query, request: IncomingMessage): Promise<Upload> {
    assertName(query.name);
    const stored = await receiveFile(this.storage, request, UPLOAD_LIMITS[query.kind]);
    try {
      if (stored.size === 0) throw emptyFile();
      return await this.uploads.one(await this.write(ctx, query, stored));
    } catch (error) {
      await this.clearUp(stored.sha256);
      throw error;
    }
  }

  /** The row and its job, both or neither. */
  private async write(ctx: Ctx, { kind, name }: Query, { sha256, size }: StoredBytes): Promise<string> {
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await this.blobs.hold(tx, sha256);
      await tx.query(
        `insert into upload (id, kind, name, size, sha256, state, created_by, created_at)
         values ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
        [id, kind, name, size, sha256, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'upload.receive',
        targetType: 'upload',
        targetId: id,
        detail: { kind, name, size, sha256 },
      });
      await this.jobs.send(tx, 'process-upload', { id });
    });
    return id;
  }

  private async clearUp(sha256: string): Promise<void> {
    await this.blobs
      .removeIfUnused(sha256, AbortSignal.timeout(CLEAR_UP_MS))
      .catch((error: unknown) => this.log.warn({ sha256, error: String(error) }));
  }
}
