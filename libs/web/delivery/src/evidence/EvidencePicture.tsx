import type { EvidenceFile } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Icon, SkeletonBlock } from '@lms/web-ui';
import { lazy, Suspense } from 'react';
import { assessTexts } from '../assess/texts.js';
import { sizeInWords } from '../player/size-in-words.js';
import styles from './EvidencePicture.module.css';

const PdfPages = lazy(async () => ({ default: (await import('../player/PdfPages.js')).PdfPages }));

/** What was sent: a picture, or a document drawn by our own reader. It is never shown as a page of its own. */
export function EvidencePicture({ file }: { file: EvidenceFile }) {
  const { t } = useTexts(assessTexts);
  const name = t('evidence.sentAlt', { name: file.name });
  return (
    <div className={styles.proof}>
      {file.mediaType === 'application/pdf' ? (
        <div className={styles.document}>
          <Suspense fallback={<SkeletonBlock height={360} />}>
            <PdfPages address={file.address} title={file.name} />
          </Suspense>
        </div>
      ) : (
        <img src={file.address} alt={name} />
      )}
      <a className={styles.download} href={file.address} download={file.name}>
        <Icon name="download" />
        {t('check.download')}, {sizeInWords(file.size)}
      </a>
    </div>
  );
}
