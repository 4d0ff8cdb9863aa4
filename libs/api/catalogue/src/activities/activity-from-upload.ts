import { Invalid, type Tx } from '@lms/api-platform';
import type { CompletionRule, ScormStandard } from '@lms/domain';
import type { LaunchableItem } from '../packages/unpacked-package.js';
import type { ActivityEntity } from './activity.entity.js';
import { firstRule } from './first-rule.js';
import { type ReadyUpload, readyUpload } from './ready-upload.js';

export type FileContent = Omit<
  ActivityEntity,
  | 'id'
  | 'courseVersionId'
  | 'lineageId'
  | 'version'
  | 'position'
  | 'title'
  | 'noSpeech'
  | 'settings'
  | 'readAgain'
  | 'posterSha256'
  | 'outsideHosts'
>;

/** What the file of an activity is, wherever it comes from. */
type ActivityFile = Omit<ReadyUpload, 'kind' | 'activityKind'> & { activityKind: FileContent['kind'] };

/** Everything that an activity takes over from an upload that is ready. */
export async function activityFrom(tx: Tx, uploadId: string): Promise<FileContent> {
  const upload = await readyUpload(tx, uploadId);
  const { activityKind } = upload;
  if (activityKind === null) {
    const captions = upload.kind === 'captions';
    const message = captions ? 'These are captions. Add them to a video.' : 'This belongs into a page. Add it there.';
    throw new Invalid([{ path: 'uploadId', message }]);
  }
  return contentOf(tx, { ...upload, activityKind });
}

/** The same from a file; a package brings the rule of its manifest. */
export async function contentOf(tx: Tx, file: ActivityFile): Promise<FileContent> {
  return {
    kind: file.activityKind,
    minutes: file.seconds === null ? null : Math.max(1, Math.ceil(Number(file.seconds) / 60)),
    completionRule: file.packageId === null ? null : await ruleOfPackage(tx, file.packageId),
    packageId: file.packageId,
    fileSha256: file.sha256,
    fileName: file.name,
    fileSize: file.size,
    mediaType: file.mediaType,
    seconds: file.seconds,
    pages: file.pages,
    summary: file.summary,
  };
}

async function ruleOfPackage(tx: Tx, packageId: string): Promise<CompletionRule> {
  const rows: { standard: ScormStandard; scos: LaunchableItem[] }[] = await tx.query(
    'select standard, scos from content_package where id = $1',
    [packageId],
  );
  const [found] = rows;
  if (!found) throw new Error('The package of the upload is not there');
  return firstRule(found.standard, found.scos);
}
