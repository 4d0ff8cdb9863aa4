import {
  assertUnchanged,
  Audit,
  changeOf,
  Conflict,
  type Ctx,
  Invalid,
  Transactions,
  type Tx,
} from '@lms/api-platform';
import type { ReplacedResource, ReplaceResourceRequest } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { addRevision, revisionWith } from './keep-resource.js';
import { lockResource, type LockedResource } from './lock-resource.js';
import { resourceUpload } from './resource-upload.js';
import { Resources } from './resources.js';
import { SpreadResource } from './spread-resource.js';

/** Another file in the place of the one that stands, everywhere at once. Published versions keep what they had. */
@Injectable()
export class ReplaceResource {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly resources: Resources,
    private readonly spread: SpreadResource,
  ) {}

  /** Invalid for a file of another kind; Conflict `same-file`, `known-file`. */
  async run(ctx: Ctx, id: string, seen: number, request: ReplaceResourceRequest): Promise<ReplacedResource> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const resource = await lockResource(tx, id);
      assertUnchanged(seen, resource.version);
      const current = await this.revise(tx, ctx, resource, request.uploadId);
      if (request.readAgain !== 'nobody' && resource.kind !== 'document') {
        throw new Invalid([{ path: 'readAgain', message: 'Only a document is read again.' }]);
      }
      await tx.query('update resource set current = $2, read_again = $3, version = version + 1 where id = $1', [
        id,
        current,
        request.readAgain,
      ]);
      await this.audit.append(tx, ctx, {
        action: 'resource.replace',
        targetType: 'resource',
        targetId: id,
        detail: { before: resource.current, after: current, uploadId: request.uploadId, readAgain: request.readAgain },
      });
    });
    const courses = await this.spread.run(ctx, id, request.then);
    return { resource: await this.resources.one(id), courses };
  }

  /** The number of the revision with the new bytes: a new one, or an earlier one that comes back. */
  private async revise(tx: Tx, ctx: Ctx, resource: LockedResource, uploadId: string): Promise<number> {
    const upload = await resourceUpload(tx, uploadId);
    if (upload.kind !== resource.kind) {
      throw new Invalid([{ path: 'uploadId', message: `This file is of another kind than “${resource.title}”.` }]);
    }
    const known = await revisionWith(tx, upload);
    if (known && known.resourceId !== resource.id) {
      throw new Conflict('known-file', `This file is in the library already, as “${known.title}”.`);
    }
    if (known?.number === resource.current) {
      throw new Conflict('same-file', 'This is the file that stands there now. Nothing was changed.');
    }
    if (known) return known.number;
    const rows: { next: number }[] = await tx.query(
      'select max(number) + 1 as next from resource_revision where resource_id = $1',
      [resource.id],
    );
    const next = rows[0]?.next ?? 1;
    await addRevision(tx, ctx, resource.id, next, upload);
    return next;
  }
}
