import { useTexts } from '@lms/web-platform';
import { commonTexts } from '../texts/common.js';
import styles from './forms.module.css';

/** What somebody else saved in this field meanwhile, and how to take it over. */
export function TheirValue({ text, onTake }: { text: string; onTake: () => void }) {
  const { t, rich } = useTexts(commonTexts);
  return (
    <span className={styles.theirs}>
      <span>{rich('conflict.saved', { value: <b>{text || t('conflict.nothing')}</b> })}</span>
      <button type="button" onClick={onTake}>
        {t('conflict.take')}
      </button>
    </span>
  );
}
