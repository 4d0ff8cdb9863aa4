import { useId, type ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  /** Right of the title: a link or a short note. */
  aside?: ReactNode;
  /** Gets the heading's id, to name a list or table with it. */
  children: ReactNode | ((headingId: string) => ReactNode);
}

/** A part of a page with its heading. */
export function Section({ title, aside, children }: Props) {
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.sectionHead}>
        <h2 id={heading}>{title}</h2>
        {aside && <div className={styles.sectionAside}>{aside}</div>}
      </div>
      {typeof children === 'function' ? children(heading) : children}
    </section>
  );
}
