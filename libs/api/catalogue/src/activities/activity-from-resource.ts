import { Invalid, type Tx } from '@lms/api-platform';
import { contentOf, type FileContent } from './activity-from-upload.js';
import type { ReadyUpload } from './ready-upload.js';

type ResourceFile = Omit<ReadyUpload, 'kind'>;

/** Everything that an activity takes over from a file of the library, as it is now. Invalid for what only a page can show. */
export async function activityFromResource(tx: Tx, resourceId: string): Promise<FileContent> {
  const rows: ResourceFile[] = await tx.query(
    `select c.name, c.size, c.sha256, c.summary, c.package_id as "packageId", c.media_type as "mediaType", c.seconds, c.pages,
       coalesce(p.standard, case when r.kind in ('video', 'document') then r.kind end) as "activityKind"
     from resource r join resource_revision c on c.resource_id = r.id and c.number = r.current
     left join content_package p on p.id = c.package_id
     where r.id = $1 for share of r`,
    [resourceId],
  );
  const [file] = rows;
  if (!file) throw new Invalid([{ path: 'resourceId', message: 'There is no such file in the library.' }]);
  const { activityKind } = file;
  if (activityKind === null) {
    throw new Invalid([{ path: 'resourceId', message: 'Pictures and other files stand in pages. Add it there.' }]);
  }
  return contentOf(tx, { ...file, activityKind });
}
