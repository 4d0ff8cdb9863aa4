import type { ReactNode } from 'react';
import styles from './fields.module.css';

/** Two short fields beside one another; below one another on a phone. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={styles.pair}>{children}</div>;
