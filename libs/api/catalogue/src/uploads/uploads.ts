import { NotFound, Sql } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

const SELECT = `
  select id, kind, name, size::float8 as size, state, progress, refusal, summary, title,
    activity_kind as "activityKind"
  from upload where id = $1 and ($2::uuid is null or created_by = $2)`;

@Injectable()
export class Uploads {
  constructor(private readonly sql: Sql) {}

  /** With `createdBy` only when that person uploaded it. NotFound. */
  async one(id: string, createdBy: string | null = null): Promise<Upload> {
    const upload = await this.sql.row<Upload>('upload', SELECT, [id, createdBy]);
    if (!upload) throw new NotFound();
    return upload;
  }
}
