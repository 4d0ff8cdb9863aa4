import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import {
  Audit,
  changeOf,
  type Ctx,
  Invalid,
  Jobs,
  ProblemError,
  Storage,
  type StoredBytes,
  TooManyBytes,
  Transactions,
} from '@lms/api-platform';
import type { Created, StartImportQuery } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { ImportKinds } from '../kinds/import-kinds.js';

const MOST_BYTES = 20_000_000;
const CLOSE = { connection: 'close' };

/** A file on its way, as a request brings it. */
type Arriving = Readable & Pick<IncomingMessage, 'headers' | 'complete'>;

/** Takes a file in, piece by piece; what is in it is read by a job. */
@Injectable()
export class ReceiveImport {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly storage: Storage,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Problems: 403, 413 `too-large`, 415 `media-type`, 400 `upload-cut-off`, 422 when it is empty. */
  async run(ctx: Ctx, { kind, name }: StartImportQuery, request: Arriving): Promise<Created> {
    this.kinds.allowed(ctx, kind);
    const { sha256, size } = await this.receive(request);
    if (size === 0) throw new Invalid([{ path: 'file', message: 'The file is empty.' }]);
    const id = uuid();
    await this.transactions.run(changeOf(ctx), async (tx) => {
      await tx.query(
        `insert into import (id, kind, file_name, size, sha256, state, created_by, created_at, moved_at)
         values ($1, $2, $3, $4, $5, 'reading', $6, $7, $7)`,
        [id, kind, name, size, sha256, ctx.actor.personId, ctx.now],
      );
      await this.audit.append(tx, ctx, {
        action: 'import.begin',
        targetType: 'import',
        targetId: id,
        detail: { kind, name, size },
      });
      await this.jobs.send(tx, 'imports', { id });
    });
    return { id };
  }

  private async receive(request: Arriving): Promise<StoredBytes> {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    if (type !== 'application/octet-stream') {
      throw new ProblemError(415, 'media-type', 'Send the file itself as application/octet-stream.', undefined, CLOSE);
    }
    if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw tooLarge();
    try {
      return await this.storage.put(request, { maxBytes: MOST_BYTES });
    } catch (error) {
      if (error instanceof TooManyBytes) throw tooLarge();
      if (request.destroyed && !request.complete) {
        throw new ProblemError(
          400,
          'upload-cut-off',
          'The file stopped arriving half-way. Nothing was kept; try again.',
        );
      }
      throw error;
    }
  }
}

const tooLarge = (): ProblemError =>
  new ProblemError(
    413,
    'too-large',
    'A file has 20 MB at most. Divide it and give the parts one after the other.',
    undefined,
    CLOSE,
  );
