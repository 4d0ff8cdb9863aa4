import { NotFound, Sql } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

const SELECT = `
  select id, kind, name, size::float8 as size, state, case when state = 'waiting' then waiting_for end as "waitingFor",
    progress, refusal, summary, title, activity_kind as "activityKind"
  from upload where id = $1 and ($2::uuid is null or created_by = $2)
  union all
  select id, kind, name, size::float8, 'waiting', null, 0, null, null, null, null
  from arriving_upload where id = $1 and complete_at is not null and ($2::uuid is null or created_by = $2)`;

@Injectable()
export class Uploads {
  constructor(private readonly sql: Sql) {}

  /** Also one whose last byte has just arrived. With `createdBy` only when that person uploaded it. NotFound. */
  async one(id: string, createdBy: string | null = null): Promise<Upload> {
    const upload = await this.sql.row<Upload>('upload', SELECT, [id, createdBy]);
    if (!upload) throw new NotFound();
    return upload;
  }
}
