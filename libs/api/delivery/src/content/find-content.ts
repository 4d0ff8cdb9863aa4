import { Injectable } from '@nestjs/common';
import { Sql } from '@lms/api-platform';
import type { StoredFile } from './send-stored.js';

/** Of documents a browser is shown PDF alone; the others are given to keep. */
const SHOWN = (of: string): string => `${of}.kind in ('image', 'video') or ${of}.media_type = 'application/pdf'`;

/** A file of the library, the revision `r`. What is neither picture, film nor PDF is only ever given to keep. */
const LIBRARY_FILE = `r.sha256, r.size::float8 as size,
  case when r.kind <> 'file' and (${SHOWN('r')}) then r.media_type else 'application/octet-stream' end as "mediaType",
  case when r.kind not in ('image', 'video') then r.name end as download`;

@Injectable()
export class FindContent {
  constructor(private readonly sql: Sql) {}

  /** The film with its poster, document or captions of an activity, or a file of its page, by what is in it. */
  activityFile(activityId: string | null, sha256: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'activity-file',
      `select a.file_sha256 as sha256, a.file_size::float8 as size,
         case when ${SHOWN('a')} then a.media_type else 'application/octet-stream' end as "mediaType",
         case when not (${SHOWN('a')}) then a.file_name end as download
       from activity a where a.id = $1 and a.file_sha256 = $2
       union all
       select p.sha256, p.size::float8, p.media_type, null from activity a join resource_revision p on p.kind = 'image' and p.sha256 = a.poster_sha256
       where a.id = $1 and p.sha256 = $2
       union all
       select sha256, size::float8, 'text/vtt; charset=utf-8', null from activity_captions where activity_id = $1 and sha256 = $2
       union all
       select ${LIBRARY_FILE} from page_file f join resource_revision r on r.id = f.revision_id
       where f.activity_id = $1 and r.sha256 = $2
       union all
       select k.sha256, k.size::float8, 'text/vtt; charset=utf-8', null from page_file f
       join resource_captions k on k.revision_id = f.revision_id where f.activity_id = $1 and k.sha256 = $2
       limit 1`,
      [activityId, sha256],
    );
  }

  /** Any file of the library, for those who write courses. */
  libraryFile(sha256: string): Promise<StoredFile | undefined> {
    return this.sql.row<StoredFile>(
      'library-file',
      `select ${LIBRARY_FILE} from resource_revision r where r.sha256 = $1 order by r.kind limit 1`,
      [sha256],
    );
  }
}
