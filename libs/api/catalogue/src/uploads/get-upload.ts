import type { Ctx } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { Injectable } from '@nestjs/common';
import { Uploads } from './uploads.js';

@Injectable()
export class GetUpload {
  constructor(private readonly uploads: Uploads) {}

  /** For whoever uploaded it, and for everybody who writes courses. */
  run(ctx: Ctx, id: string): Promise<Upload> {
    const writes = ctx.actor.permissions.has('courses.write');
    return this.uploads.one(id, writes ? null : ctx.actor.personId);
  }
}
