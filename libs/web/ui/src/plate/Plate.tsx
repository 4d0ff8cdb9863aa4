import type { ReactNode } from 'react';
import styles from './Plate.module.css';

/** `ink`: passed, or a count that waits. `outline`: ahead. `here`: you are here, once a page. `soft`: a quiet fact. */
export type PlateLook = 'ink' | 'outline' | 'here' | 'soft' | 'danger';

/** A small label with tight corners, as on a marker post. */
export function Plate({ look = 'outline', children }: { look?: PlateLook; children: ReactNode }) {
  return (
    <span className={styles.plate} data-look={look}>
      {children}
    </span>
  );
}
