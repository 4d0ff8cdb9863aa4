import { useTexts } from '@lms/web-platform';
import { Button, Icon } from '@lms/web-ui';
import { type DragEvent, useRef, useState } from 'react';
import { importTexts } from '../texts.js';
import styles from '../imports.module.css';

/** A place for one file: dropped, or chosen with the device's own chooser. */
export function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const { t } = useTexts(importTexts);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.xlsx,.tsv,.txt,text/csv"
        onChange={(event) => {
          take(event.target.files);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
      />
      <Icon name="table" size={32} />
      <p className={styles.dropText}>{t(over ? 'new.dropNow' : 'new.drop')}</p>
      <Button variant="main" busy={busy} onClick={() => input.current?.click()}>
        {t(busy ? 'new.sending' : 'new.choose')}
      </Button>
      <p className={styles.quiet}>{t('new.limits')}</p>
    </div>
  );
}
