import type { ReactNode } from 'react';
import styles from './States.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** 3 inside a section, 2 where it stands for a section. */
  level?: 2 | 3;
  /** Words alone, where the drawing would be louder than what stands around it. */
  plain?: boolean;
}

/** A short finished line, what is so, and what would fill it. */
export function Empty({ title, text, action, level = 3, plain = false }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.empty} data-plain={plain || undefined}>
      {!plain && (
        <svg width="200" height="30" viewBox="0 0 200 30" aria-hidden>
          <path d="M13 15h150" stroke="var(--brand)" strokeWidth="6" />
          <circle cx="13" cy="15" r="11" fill="var(--brand)" />
          <path d="m8 15 3.5 3.5 6.5-7" fill="none" stroke="var(--on-brand)" strokeWidth="2.6" />
          <circle cx="178" cy="15" r="11" fill="var(--surface)" stroke="var(--brand)" strokeWidth="4" />
        </svg>
      )}
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
