import { classNames, Icon } from '@lms/web-ui';
import { useTexts } from '@lms/web-platform';
import { useState, type DragEvent, type ReactNode } from 'react';
import { FileButton } from '../fields/FileButton.js';
import { uploadTexts } from '../texts/uploads.js';
import { acceptedEndings } from './upload-kind.js';
import styles from './UploadArea.module.css';

/** One place for every kind of file: dropped, or chosen with the button. */
export function UploadArea({ onFiles, more }: { onFiles: (files: File[]) => void; more?: ReactNode }) {
  const { t } = useTexts(uploadTexts);
  const [over, setOver] = useState(false);
  const hover = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <div
      className={classNames(styles.area, over && styles.over)}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={28} />
      <div className={styles.words}>
        <b>{t(over ? 'area.release' : 'area.drop')}</b>
        <p>{t('area.text')}</p>
      </div>
      <div className={styles.actions}>
        <FileButton variant="main" accept={acceptedEndings} multiple onFiles={onFiles}>
          {t('area.choose')}
        </FileButton>
        {more}
      </div>
    </div>
  );
}
