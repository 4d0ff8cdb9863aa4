import { Conflict, Invalid, type Tx } from '@lms/api-platform';
import type { ActivityKind, Upload } from '@lms/contracts';

/** What an activity takes over from an upload. */
export interface ReadyUpload {
  kind: Upload['kind'];
  name: string;
  size: string;
  sha256: string;
  summary: string | null;
  activityKind: Exclude<ActivityKind, 'in-person'> | null;
  packageId: string | null;
  mediaType: string | null;
  seconds: string | null;
  pages: number | null;
}

/** Held until the transaction ends, so that its file stays. Invalid when there is none, Conflict `upload-not-ready`. */
export async function readyUpload(tx: Tx, id: string): Promise<ReadyUpload> {
  const rows: (ReadyUpload & { state: Upload['state'] })[] = await tx.query(
    `select kind, name, size, sha256, state, summary, activity_kind as "activityKind", package_id as "packageId",
       media_type as "mediaType", seconds, pages
     from upload where id = $1 for share`,
    [id],
  );
  const [upload] = rows;
  if (!upload) throw new Invalid([{ path: 'uploadId', message: 'There is no such upload.' }]);
  if (upload.state === 'refused')
    throw new Conflict('upload-not-ready', 'This upload was refused. Upload another file.');
  if (upload.state !== 'ready') {
    throw new Conflict('upload-not-ready', 'This upload is still being checked. Wait until it is ready.');
  }
  return upload;
}
