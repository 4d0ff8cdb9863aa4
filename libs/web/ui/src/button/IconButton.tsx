import { Icon } from '../icons/Icon.js';
import type { IconName } from '../icons/icon-paths.js';
import styles from './IconButton.module.css';

interface Props {
  icon: IconName;
  /** What it does, and with what: no words are seen. */
  label: string;
  title?: string;
  disabled?: boolean;
  onClick: () => void;
}

/** A quiet button of one icon, beside what it changes. */
export const IconButton = ({ icon, label, title, disabled, onClick }: Props) => (
  <button
    type="button"
    className={styles.button}
    aria-label={label}
    title={title}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={icon} size={16} />
  </button>
);
