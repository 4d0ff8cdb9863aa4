import type { ReactNode } from 'react';
import styles from './States.module.css';

interface Props {
  /** What happened. */
  title: string;
  /** What was kept, and what to do. */
  text: ReactNode;
  action?: ReactNode;
  /** A number to quote when asking for help. */
  reference?: string;
  /** 1 where it stands for the page. */
  level?: 1 | 2;
}

/** What happened, what was kept, what to do; with a thick left edge. */
export function ErrorState({ title, text, action, reference, level = 2 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.error} role="alert">
      <Heading>{title}</Heading>
      <p>{text}</p>
      {reference && <p className={styles.reference}>{reference}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
