import type { ReactNode } from 'react';
import styles from './Rows.module.css';

/** A list of rows with hairlines; never a list of cards. */
export function Rows({ children, label, labelledBy }: { children: ReactNode; label?: string; labelledBy?: string }) {
  return (
    <ul className={styles.rows} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** A board, a mark, a number; left of the text. */
  mark?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** What can be done, right of the text; below it on a phone. */
  action?: ReactNode;
}

export function Row({ mark, title, detail, action }: RowProps) {
  return (
    <li className={styles.row} data-mark={mark ? true : undefined}>
      {mark && <div className={styles.mark}>{mark}</div>}
      <div className={styles.text}>
        <h3>{title}</h3>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </li>
  );
}
