import { Icon } from '@lms/web-ui';
import styles from './FinderButton.module.css';

/** The way to the palette for a mouse or a finger. */
export function FinderButton({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.button} aria-label={text} title={text} onClick={onClick}>
      <Icon name="search" size={22} />
    </button>
  );
}
