import { Sql } from '@lms/api-platform';
import { Injectable } from '@nestjs/common';
import { Blobs } from './blobs.js';

export const GAVE_UP =
  'Something went wrong on our side, several times, while this file was checked. It was not kept. Upload it again, and tell us if it happens again.';

@Injectable()
export class RefuseUpload {
  constructor(
    private readonly sql: Sql,
    private readonly blobs: Blobs,
  ) {}

  /** The sentence is for the author; the file goes unless something else uses the same bytes. */
  async run(
    upload: { id: string; sha256: string },
    code: string,
    sentence: string,
    signal: AbortSignal,
  ): Promise<void> {
    await this.sql.rows(
      'refuse-upload',
      `update upload set state = 'refused', refusal_code = $2, refusal = $3 where id = $1 and state <> 'ready'`,
      [upload.id, code, sentence],
    );
    await this.blobs.removeIfUnused(upload.sha256, signal);
  }

  /** A job that died between refusing and removing comes here when it runs again. */
  async clearUp(uploadId: string, signal: AbortSignal): Promise<void> {
    const refused = await this.sql.row<{ sha256: string }>(
      'refused-upload',
      `select sha256 from upload where id = $1 and state = 'refused'`,
      [uploadId],
    );
    if (refused) await this.blobs.removeIfUnused(refused.sha256, signal);
  }
}
