import type { ReactNode } from 'react';
import styles from './States.module.css';

/** A sentence that matters on this page. `danger` is announced at once, the others politely. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'good' | 'danger'; children: ReactNode }) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
