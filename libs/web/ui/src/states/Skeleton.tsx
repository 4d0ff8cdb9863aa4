import { useEffect, useState, type ReactNode } from 'react';
import { Hidden } from '../base/Hidden.js';
import styles from './States.module.css';

/** The page's own shape, shown only when loading takes longer than 200 ms. */
export function Skeleton({ label, children }: { label: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy role="status">
      <Hidden>{label}</Hidden>
      {shown && (
        <div className={styles.skeleton} aria-hidden>
          {children}
        </div>
      )}
    </div>
  );
}

/** A grey block; `height` and `width` in pixels, or the full width. */
export function SkeletonBlock({ height, width, round }: { height: number; width?: number; round?: boolean }) {
  return (
    <div
      data-skeleton
      className={styles.block}
      style={{ height, width, maxWidth: '100%', borderRadius: round ? 20 : undefined }}
    />
  );
}

/** Rows as in a list. */
export function SkeletonRows({ rows = 3 }: { rows?: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} className={styles.skeletonRow}>
      <SkeletonBlock height={38} width={26} />
      <SkeletonBlock height={14} />
      <SkeletonBlock height={32} width={70} />
    </div>
  ));
}
