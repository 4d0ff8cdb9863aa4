import type { Tx } from '@lms/api-platform';

/**
 * Everything in a version that uses the resource takes its current revision: a package, video or document as its file, a
 * page beside its text. What the author chose (title, minutes, rule, captions) stays; of a document more people may have to
 * read it again than was chosen before in the same draft, never fewer.
 */
export async function putCurrent(tx: Tx, versionId: string, resourceId: string): Promise<void> {
  await tx.query(
    `update activity a set file_sha256 = c.sha256, file_name = c.name, file_size = c.size, media_type = c.media_type,
       seconds = c.seconds, pages = c.pages, summary = c.summary, package_id = c.package_id,
       kind = coalesce(p.standard, a.kind), read_again = more_readers(a.read_again, r.read_again)
     from resource r
     join resource_revision c on c.resource_id = r.id and c.number = r.current
     left join content_package p on p.id = c.package_id
     where r.id = $2 and a.course_version_id = $1 and resource_kind_of(a.kind) = r.kind and exists (
       select from resource_revision o where o.resource_id = r.id and o.sha256 = a.file_sha256 and o.id <> c.id)`,
    [versionId, resourceId],
  );
  await tx.query(
    `update page_file f set revision_id = c.id
     from resource r join resource_revision c on c.resource_id = r.id and c.number = r.current, activity a
     where r.id = $2 and f.resource_id = r.id and a.id = f.activity_id and a.course_version_id = $1 and f.revision_id <> c.id`,
    [versionId, resourceId],
  );
}
