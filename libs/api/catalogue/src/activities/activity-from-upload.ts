import { Invalid, type Tx } from '@lms/api-platform';
import type { CompletionRule, ScormStandard } from '@lms/domain';
import type { LaunchableItem } from '../packages/unpacked-package.js';
import type { ActivityEntity } from './activity.entity.js';
import { firstRule } from './first-rule.js';
import { readyUpload } from './ready-upload.js';

type Content = Omit<
  ActivityEntity,
  'id' | 'courseVersionId' | 'lineageId' | 'position' | 'title' | 'noSpeech' | 'settings'
>;

/** Everything that an activity takes over from an upload that is ready. */
export async function activityFrom(tx: Tx, uploadId: string): Promise<Content> {
  const upload = await readyUpload(tx, uploadId);
  if (upload.activityKind === null) {
    throw new Invalid([{ path: 'uploadId', message: 'These are captions. Add them to a video.' }]);
  }
  return {
    kind: upload.activityKind,
    minutes: upload.seconds === null ? null : Math.max(1, Math.ceil(Number(upload.seconds) / 60)),
    completionRule: upload.packageId === null ? null : await ruleOfPackage(tx, upload.packageId),
    packageId: upload.packageId,
    fileSha256: upload.sha256,
    fileName: upload.name,
    fileSize: upload.size,
    mediaType: upload.mediaType,
    seconds: upload.seconds,
    pages: upload.pages,
    summary: upload.summary,
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
