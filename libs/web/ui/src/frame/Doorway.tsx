import type { ReactNode } from 'react';
import { Logo, type LogoBrand } from './Logo.js';
import styles from './Doorway.module.css';

/** The page of someone who is not inside yet: one narrow sheet, beside it a road that has not begun. */
export function Doorway({ brand, children }: { brand: LogoBrand; children: ReactNode }) {
  return (
    <div className={styles.doorway}>
      <div className={styles.side}>
        <header>
          <Logo brand={brand} />
        </header>
        <main className={styles.sheet} id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <div className={styles.road} aria-hidden>
        <svg viewBox="0 0 480 720" preserveAspectRatio="xMidYMid slice">
          <path className={styles.hollow} d="M150 -20V250a70 70 0 0 0 70 70h70a70 70 0 0 1 70 70v350" />
          <path className={styles.inside} d="M150 -20V250a70 70 0 0 0 70 70h70a70 70 0 0 1 70 70v350" />
          <path className={styles.travelled} d="M360 740V560" />
          <circle className={styles.ring} cx="150" cy="120" r="15" />
          <circle className={styles.ring} cx="255" cy="320" r="15" />
          <circle className={styles.halo} cx="360" cy="560" r="33" />
          <circle className={styles.here} cx="360" cy="560" r="25" />
          <path className={styles.chevrons} d="m349 567 11-11 11 11M349 577l11-11 11 11" transform="translate(0 -6)" />
        </svg>
      </div>
    </div>
  );
}
