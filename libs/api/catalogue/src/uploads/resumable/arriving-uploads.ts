import { NotFound, Sql } from '@lms/api-platform';
import type { Upload } from '@lms/contracts';
import { Injectable } from '@nestjs/common';

/** How long a break may last before what has arrived is forgotten. */
export const EXPIRY_MS = 7 * 24 * 60 * 60 * 1000;

export interface ArrivingUpload {
  id: string;
  kind: Upload['kind'];
  name: string;
  size: number;
  expiresAt: Date;
  complete: boolean;
}

// An upload that has all its bytes and is an upload by now still answers: its sender may not have heard of it.
const SELECT = `
  select id, kind, name, size::float8 as size, expires_at as "expiresAt", complete_at is not null as complete
  from arriving_upload where id = $1 and created_by = $2
  union all
  select id, kind, name, size::float8, $3::timestamptz, true from upload where id = $1 and created_by = $2`;

@Injectable()
export class ArrivingUploads {
  constructor(private readonly sql: Sql) {}

  /** NotFound unless that person began it. */
  async one(id: string, personId: string, now: Date): Promise<ArrivingUpload> {
    const values = [id, personId, new Date(now.getTime() + EXPIRY_MS)];
    const found = await this.sql.row<ArrivingUpload>('arriving-upload', SELECT, values);
    if (!found) throw new NotFound();
    return found;
  }

  /** Bytes came: the time to forget them begins anew. */
  async touch(id: string, now: Date): Promise<void> {
    await this.sql.rows('touch-arriving-upload', 'update arriving_upload set expires_at = $2 where id = $1', [
      id,
      new Date(now.getTime() + EXPIRY_MS),
    ]);
  }

  /** Unless all of it has arrived. Answers whether it is gone. */
  async forget(id: string): Promise<boolean> {
    const gone = await this.sql.rows(
      'forget-arriving-upload',
      'delete from arriving_upload where id = $1 and complete_at is null returning id',
      [id],
    );
    return gone.length > 0;
  }
}
