import { Conflict, Invalid, type Tx } from '@lms/api-platform';
import type { ResourceKind, Upload } from '@lms/contracts';

/** What a file of the library takes over from an upload. */
export interface ResourceUpload {
  kind: ResourceKind;
  name: string;
  size: string;
  sha256: string;
  title: string | null;
  summary: string | null;
  mediaType: string;
  seconds: string | null;
  pages: number | null;
  width: number | null;
  height: number | null;
  packageId: string | null;
}

/** Held until the transaction ends, so that its file stays. Invalid when there is none, Conflict `upload-not-ready`. */
export async function resourceUpload(tx: Tx, id: string): Promise<ResourceUpload> {
  const rows: (Omit<ResourceUpload, 'kind'> & Pick<Upload, 'kind' | 'state'>)[] = await tx.query(
    `select kind, name, size, sha256, state, title, summary, coalesce(media_type, 'application/octet-stream') as "mediaType",
       seconds, pages, width, height, package_id as "packageId"
     from upload where id = $1 for share`,
    [id],
  );
  const [upload] = rows;
  if (!upload) throw new Invalid([{ path: 'uploadId', message: 'There is no such upload.' }]);
  const { state, kind, ...found } = upload;
  if (kind === 'captions') throw new Invalid([{ path: 'uploadId', message: 'Captions belong to a video.' }]);
  if (state === 'ready') return { kind, ...found };
  throw new Conflict(
    'upload-not-ready',
    state === 'refused'
      ? 'This upload was refused. Upload another file.'
      : 'This upload is still being checked. Wait until it is ready.',
  );
}
