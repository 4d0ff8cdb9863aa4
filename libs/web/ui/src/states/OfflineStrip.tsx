import type { ReactNode } from 'react';
import styles from './States.module.css';

/** An ink strip under the top bar, on every page, while there is no signal. */
export function OfflineStrip({ title, text }: { title: string; text?: ReactNode }) {
  return (
    <div className={styles.offline} role="status">
      <b>{title}</b>
      {text && <span>{text}</span>}
    </div>
  );
}
