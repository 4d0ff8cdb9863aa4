import { Injectable } from '@nestjs/common';
import { Sql } from '@lms/api-platform';
import type { StoredFile } from './send-stored.js';

@Injectable()
export class FindContent {
  constructor(private readonly sql: Sql) {}

  /** A file of a package, by its path; names are kept in Unicode's composed form. */
  packageFile(packageId: string, path: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'package-file',
      `select sha256, size::float8 as size, media_type as "mediaType" from package_file where package_id = $1 and path = $2`,
      [packageId, path.normalize('NFC')],
    );
  }

  /** The film, document or captions of an activity, by what is in it. */
  activityFile(activityId: string, sha256: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'activity-file',
      `select file_sha256 as sha256, file_size::float8 as size, media_type as "mediaType" from activity where id = $1 and file_sha256 = $2
       union all
       select sha256, size::float8, 'text/vtt; charset=utf-8' from activity_captions where activity_id = $1 and sha256 = $2
       limit 1`,
      [activityId, sha256],
    );
  }
}
