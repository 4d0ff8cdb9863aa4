import { countdownBars } from './countdown-bars.js';
import styles from './CountdownBoard.module.css';

const tops = { 1: [23], 2: [18.8, 27.3], 3: [14.5, 23, 31.5] } as const;

/**
 * The board before a junction. `tone` is `due` for work to do, `expiring` for validity that ends, `late` for what has
 * passed. It always stands beside the date in words, so it is hidden from a screen reader. Keeps its width without bars.
 */
export function CountdownBoard({ days, tone = 'due' }: { days: number; tone?: 'due' | 'expiring' | 'late' }) {
  const bars = countdownBars(days);
  if (bars === 0) return <span className={styles.board} aria-hidden />;
  return (
    <svg className={styles.board} data-tone={tone} data-bars={bars} viewBox="0 0 26 38" aria-hidden>
      <rect className={styles.plate} width="26" height="38" rx="4" />
      <rect className={styles.inset} x="2" y="2" width="22" height="34" rx="2.5" />
      {tops[bars].map((y) => (
        <path key={y} className={styles.bar} d={`M6.5 ${y} 19.5 ${y - 7}`} />
      ))}
    </svg>
  );
}
