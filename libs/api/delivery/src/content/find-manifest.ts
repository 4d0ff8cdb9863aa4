import { Injectable } from '@nestjs/common';
import { Sql } from '@lms/api-platform';
import type { StoredFile } from './send-stored.js';

@Injectable()
export class FindManifest {
  constructor(private readonly sql: Sql) {}

  /** Some tools write its name in capitals. */
  of(packageId: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'package-manifest',
      `select sha256, size::float8 as size, 'application/xml' as "mediaType" from package_file
       where package_id = $1 and lower(path) = 'imsmanifest.xml' order by path desc limit 1`,
      [packageId],
    );
  }
}
