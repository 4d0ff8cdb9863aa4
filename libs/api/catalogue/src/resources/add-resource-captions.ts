import { Audit, changeOf, type Ctx, Invalid, Transactions } from '@lms/api-platform';
import type { AddCaptionsRequest, Resource } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { readyUpload } from '../activities/ready-upload.js';
import { lockResource } from './lock-resource.js';
import { Resources } from './resources.js';

/** Captions for the film that stands there now; those in the same language go. */
@Injectable()
export class AddResourceCaptions {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly resources: Resources,
  ) {}

  async run(ctx: Ctx, id: string, request: z.infer<typeof AddCaptionsRequest>): Promise<Resource> {
    await this.transactions.run(changeOf(ctx), async (tx) => {
      const resource = await lockResource(tx, id);
      if (resource.kind !== 'video') throw new Invalid([], 'Only a video has captions.');
      const upload = await readyUpload(tx, request.uploadId);
      if (upload.kind !== 'captions') {
        throw new Invalid([{ path: 'uploadId', message: 'This upload holds no captions.' }]);
      }
      await tx.query(
        `insert into resource_captions (revision_id, language, label, sha256, size)
         select v.id, $3, $4, $5, $6 from resource_revision v where v.resource_id = $1 and v.number = $2
         on conflict (revision_id, language)
         do update set label = excluded.label, sha256 = excluded.sha256, size = excluded.size`,
        [id, resource.current, request.language, request.label, upload.sha256, upload.size],
      );
      await this.audit.append(tx, ctx, {
        action: 'resource.captions',
        targetType: 'resource',
        targetId: id,
        detail: { language: request.language, revision: resource.current },
      });
    });
    return this.resources.one(id);
  }
}
