import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './ConflictNotice.module.css';

/** Two people changed the same thing: nothing is lost until the reader chooses. */
export function ConflictNotice({ onTheirs, onMine }: { onTheirs: () => void; onMine: () => void }) {
  const { t } = useTexts(commonTexts);
  return (
    <Notice tone="danger">
      <p className={styles.text}>{t('conflict.title')}</p>
      <FormActions>
        <Button size="small" onClick={onTheirs}>
          {t('conflict.theirs')}
        </Button>
        <Button size="small" onClick={onMine}>
          {t('conflict.mine')}
        </Button>
      </FormActions>
    </Notice>
  );
}
