import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import styles from './SavedMark.module.css';

interface Props {
  saving: boolean;
  /** It could not be saved; why stands elsewhere. */
  failed?: boolean;
  /** Something that is not saved yet, in words. */
  open?: string | null;
}

/** "Saved", always shown where things save themselves. */
export function SavedMark({ saving, failed, open }: Props) {
  const { t } = useTexts(commonTexts);
  const trouble = failed && !saving;
  const word = saving ? t('saving') : trouble ? t('notSaved') : (open ?? t('saved'));
  return (
    <span className={styles.saved} data-failed={trouble || undefined} role="status">
      {!saving && !trouble && !open && <Icon name="tick" size={16} strokeWidth={2.4} />}
      {word}
    </span>
  );
}
