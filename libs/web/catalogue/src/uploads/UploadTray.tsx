import type { Activity } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { uploadTexts } from '../texts/uploads.js';
import type { UploadDesk } from './upload-desk.js';
import { isUnderWay, type UploadEntry } from './upload-entry.js';
import { UploadRow } from './UploadRow.js';
import styles from './UploadTray.module.css';

interface Props {
  desk: UploadDesk;
  entries: readonly UploadEntry[];
  /** The videos of the draft, for captions. */
  videos: readonly Activity[];
}

/** The files of this draft that are on their way, or did not get there. */
export function UploadTray({ desk, entries, videos }: Props) {
  const { t } = useTexts(uploadTexts);
  if (entries.length === 0) return null;
  return (
    <div className={styles.tray}>
      <ul aria-label={t('list')}>
        {entries.map((entry) => (
          <UploadRow key={entry.key} entry={entry} desk={desk} videos={videos} />
        ))}
      </ul>
      {entries.some(isUnderWay) && <p className={styles.leave}>{t('leave')}</p>}
    </div>
  );
}
