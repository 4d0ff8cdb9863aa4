import type { StandingName } from './standing-name.js';
import { StandingMark } from './StandingMark.js';
import styles from './Standing.module.css';

/** The mark and its name. */
export function StandingLabel({ standing, text }: { standing: StandingName; text: string }) {
  return (
    <span className={styles.label} data-standing={standing}>
      <StandingMark standing={standing} />
      {text}
    </span>
  );
}
