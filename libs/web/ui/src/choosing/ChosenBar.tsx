import type { ReactNode } from 'react';
import styles from './choosing.module.css';

interface Props {
  label: string;
  /** How many are chosen. */
  count: string;
  /** That no more can be chosen. */
  note?: string | false;
  /** What can be done with them. */
  children: ReactNode;
  /** What came of it. */
  done?: string;
}

/** What can be done with the chosen rows. Stays in sight. */
export function ChosenBar({ label, count, note, children, done }: Props) {
  return (
    <section aria-label={label} className={styles.bar}>
      <p>
        <b>{count}</b>
        {note && <small>{note}</small>}
      </p>
      <div>{children}</div>
      <p role="status">{done}</p>
    </section>
  );
}
