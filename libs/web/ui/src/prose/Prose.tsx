import type { ReactNode } from 'react';
import { classNames } from '../base/class-names.js';
import styles from './Prose.module.css';

interface Props {
  /** Which heading is the largest: 2 on a page of its own, 3 below a title. */
  top?: 2 | 3;
  className?: string;
  children: ReactNode;
}

/** Text to read: headings, lists, quotations, tables and call-outs with the rhythm of a printed page. */
export function Prose({ top = 3, className, children }: Props) {
  return (
    <div className={classNames(styles.prose, className)} data-top={top}>
      {children}
    </div>
  );
}
