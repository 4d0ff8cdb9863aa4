import { ApiProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, ErrorState } from '@lms/web-ui';
import { useId } from 'react';
import { FileButton } from '../assess/fields/FileButton.js';
import { useObjectUrl } from '../assess/photos/use-object-url.js';
import { assessTexts } from '../assess/texts.js';
import styles from './EvidenceFileField.module.css';
import type { useEvidenceFile } from './use-evidence-file.js';

interface Props {
  file: ReturnType<typeof useEvidenceFile>;
  error?: string | null;
  optional: boolean;
}

/** The camera or a file; what was chosen is shown, and whether it has arrived. */
export function EvidenceFileField({ file, error, optional }: Props) {
  const { t } = useTexts(assessTexts);
  const ids = useId();
  const { chosen, state } = file;
  const picture = useObjectUrl(chosen?.blob.type.startsWith('image/') ? chosen.blob : null);
  const label = t('evidence.file');
  const wrong = file.tooLarge ? t('evidence.large') : error;
  const kept = !(file.error instanceof ApiProblem) || file.error.status === 0 || file.error.status >= 500;
  return (
    <div className={styles.field} role="group" aria-labelledby={`${ids}-label`} aria-describedby={`${ids}-hint`}>
      <div className={styles.label} id={`${ids}-label`}>
        {optional ? t('optional', { label }) : label}
      </div>
      {chosen && (
        <div className={styles.chosen}>
          {picture ? (
            <img src={picture} alt={t('evidence.fileAlt', { name: chosen.name })} />
          ) : (
            <p className={styles.name}>{chosen.name}</p>
          )}
          <p role="status" data-state={state}>
            {state === 'sending' && t('evidence.fileSending')}
            {state === 'ready' && t('evidence.fileReady')}
          </p>
        </div>
      )}
      {state === 'failed' && (
        <ErrorState
          title={t('evidence.fileFailed')}
          text={kept ? t('evidence.fileFailedText') : problemText(file.error)}
          action={kept && <Button onClick={file.again}>{t('evidence.submitAgain')}</Button>}
        />
      )}
      <div className={styles.buttons}>
        <FileButton
          label={t('evidence.takePhoto')}
          accept="image/*"
          camera
          icon="camera"
          onFile={(picked) => void file.choose(picked)}
        />
        <FileButton
          label={t(chosen ? 'evidence.changeFile' : 'evidence.chooseFile')}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          icon="upload"
          onFile={(picked) => void file.choose(picked)}
        />
      </div>
      <p className={styles.hint} id={`${ids}-hint`}>
        {t('evidence.fileHint')}
      </p>
      {wrong && (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
