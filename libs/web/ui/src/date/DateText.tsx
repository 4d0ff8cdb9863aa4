import styles from './DateText.module.css';

interface Props {
  /** `YYYY-MM-DD`, for machines. */
  date: string;
  /** "Fri 27 Nov 2026" */
  day: string;
  /** "in 5 days"; left out where the distance says nothing. */
  away?: string;
}

/** "Fri 27 Nov 2026, in 5 days"; neither half breaks across lines. */
export function DateText({ date, day, away }: Props) {
  return (
    <time dateTime={date}>
      <span className={styles.part}>{away ? `${day},` : day}</span>
      {away && ' '}
      {away && <span className={styles.part}>{away}</span>}
    </time>
  );
}
