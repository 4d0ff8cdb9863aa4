import { Link } from 'react-router';
import styles from './Logo.module.css';

export interface LogoBrand {
  name: string;
  /** The address of a picture that stands in the mark's place. */
  logo?: string | null;
}

/** The mark and the name; a link to the first page when `to` is given. */
export function Logo({ brand, to, size = 32 }: { brand: LogoBrand; to?: string; size?: number }) {
  const mark = (
    <>
      {brand.logo ? <img src={brand.logo} alt="" height={size} /> : <Mark size={size} />}
      <span>{brand.name}</span>
    </>
  );
  const look = { className: styles.logo, 'data-long': brand.name.length > 12 || undefined };
  return to ? (
    <Link {...look} to={to}>
      {mark}
    </Link>
  ) : (
    <span {...look}>{mark}</span>
  );
}

function Mark({ size }: { size: number }) {
  return (
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
  );
}
