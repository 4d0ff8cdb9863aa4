import { useTexts } from '@lms/web-platform';
import { Button, Notice } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './forms.module.css';

interface Props {
  general: readonly string[];
  theirs: object | null;
  onTakeTheirs: () => void;
}

/** Above a form: what belongs to no field, and that somebody else saved the same thing meanwhile. */
export function FormNotices({ general, theirs, onTakeTheirs }: Props) {
  const { t } = useTexts(commonTexts);
  const differs = theirs !== null && Object.keys(theirs).length > 0;
  return (
    <>
      {theirs && (
        <Notice tone="danger">
          <div className={styles.notice}>
            <p>{t(differs ? 'conflict.both' : 'conflict.merged')}</p>
            {differs && (
              <Button size="small" onClick={onTakeTheirs}>
                {t('conflict.takeAll')}
              </Button>
            )}
          </div>
        </Notice>
      )}
      {general.map((sentence) => (
        <Notice key={sentence} tone="danger">
          {sentence}
        </Notice>
      ))}
    </>
  );
}
