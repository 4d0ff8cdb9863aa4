import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './SavedMark.module.css';

/** "Saved", always shown where things save themselves. */
export function SavedMark({ saving, trouble }: { saving: boolean; trouble?: string | null }) {
  const { t } = useTexts(commonTexts);
  return (
    <span className={styles.saved} data-trouble={trouble ? true : undefined} role="status">
      {trouble ? (
        trouble
      ) : saving ? (
        t('saving')
      ) : (
        <>
          <Icon name="tick" size={16} strokeWidth={2.4} />
          {t('saved')}
        </>
      )}
    </span>
  );
}
