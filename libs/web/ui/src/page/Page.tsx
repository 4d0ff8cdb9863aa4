import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** The inside of the sheet. `reading` is narrow, `usual` fits a route of eight stops, `wide` is for tables. */
export function Page({ width = 'usual', children }: { width?: 'reading' | 'usual' | 'wide'; children: ReactNode }) {
  return (
    <div className={styles.page} data-width={width}>
      {children}
    </div>
  );
}

interface HeaderProps {
  title: string;
  /** One sentence below the title. */
  lead?: ReactNode;
  /** Above the title: the way back. */
  above?: ReactNode;
  /** Right of the title: a status or the page's actions. */
  aside?: ReactNode;
}

export function PageHeader({ title, lead, above, aside }: HeaderProps) {
  return (
    <div className={styles.header}>
      <div>
        {above && <div className={styles.above}>{above}</div>}
        <h1>{title}</h1>
        {lead && <p>{lead}</p>}
      </div>
      {aside && (
        <div className={styles.aside} data-aside>
          {aside}
        </div>
      )}
    </div>
  );
}
