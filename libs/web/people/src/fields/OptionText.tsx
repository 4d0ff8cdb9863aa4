import type { Choice } from './choice.js';
import styles from './fields.module.css';

/** A name with what tells it apart below it. */
export function OptionText({ label, detail }: Pick<Choice, 'label' | 'detail'>) {
  return (
    <span className={styles.option}>
      {label}
      {detail && <small>{detail}</small>}
    </span>
  );
}
