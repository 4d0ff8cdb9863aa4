import { Link } from 'react-router';
import styles from './Logo.module.css';

/** The mark and the name; a link to the first page when `to` is given. */
export function Logo({ name, to, size = 32 }: { name: string; to?: string; size?: number }) {
  const mark = (
    <>
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
        <rect width="32" height="32" rx="8" fill="var(--sign)" />
        <rect x="2.5" y="2.5" width="27" height="27" rx="5.5" fill="none" stroke="var(--sign-edge)" strokeWidth="1.5" />
        <path
          d="m7.5 11 4 10.5L16 12l4.5 9.5 4-10.5"
          fill="none"
          stroke="var(--sign-ink)"
          strokeWidth="3"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <circle cx="16" cy="11.5" r="3.2" fill="var(--here)" stroke="var(--sign)" strokeWidth="1.5" />
      </svg>
      <span>{name}</span>
    </>
  );
  return to ? (
    <Link className={styles.logo} to={to}>
      {mark}
    </Link>
  ) : (
    <span className={styles.logo}>{mark}</span>
  );
}
