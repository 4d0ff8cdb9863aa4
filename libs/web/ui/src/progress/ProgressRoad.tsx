import styles from './ProgressRoad.module.css';

interface Props {
  /** 0 to 100 */
  percent: number;
  label: string;
  /** `road`: on a sign, with a centre line. `bar`: thin, in a table. */
  look?: 'road' | 'bar';
  /** What a screen reader says instead of a percentage, such as "3 of 8 done". */
  valueText?: string;
}

/** How far it is covered. */
export function ProgressRoad({ percent, label, look = 'road', valueText }: Props) {
  const value = Math.max(0, Math.min(100, Math.round(percent)));
  return (
    <span
      className={styles.progress}
      data-look={look}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={valueText}
    >
      <span className={styles.covered} style={{ width: `${value}%` }} />
    </span>
  );
}
