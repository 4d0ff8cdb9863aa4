import type { ReactNode } from 'react';
import type { StandingName } from './standing-name.js';
import styles from './Standing.module.css';

const line = { fill: 'none', stroke: 'currentColor' } as const;
const onSolid = { fill: 'none', stroke: 'var(--on-solid)' } as const;

const glyphs: Record<StandingName, ReactNode> = {
  valid: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path d="m6.2 10.3 2.6 2.6 5-5.4" {...onSolid} strokeWidth="2.2" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  expiring: (
    <>
      <path d="M10 2.3 18.3 17H1.7z" {...line} strokeWidth="2.2" strokeLinejoin="round" />
      <path d="M10 7.5v4.3M10 14.3v.1" {...line} strokeWidth="2.2" strokeLinecap="round" />
    </>
  ),
  overdue: (
    <>
      <path d="M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7z" fill="currentColor" />
      <path d="M10 5.5v5.3M10 14.2v.1" {...onSolid} strokeWidth="2.6" strokeLinecap="round" />
    </>
  ),
  expired: (
    <>
      <circle cx="10" cy="10" r="8.5" fill="currentColor" />
      <path d="M5.5 10h9" {...onSolid} strokeWidth="3.2" />
    </>
  ),
  exempt: (
    <>
      <circle cx="10" cy="10" r="7.6" {...line} strokeWidth="1.8" />
      <path d="m4.7 15.3 10.6-10.6" {...line} strokeWidth="3.6" />
    </>
  ),
  'in progress': (
    <>
      <circle cx="10" cy="10" r="7.5" {...line} strokeWidth="2" />
      <path d="M10 2.5a7.5 7.5 0 0 0 0 15z" fill="currentColor" />
    </>
  ),
  'not started': <circle cx="10" cy="10" r="7.5" {...line} strokeWidth="2" />,
  'not required': <path d="M7 10h6" {...line} strokeWidth="2" strokeLinecap="round" />,
};

/** Shape first, then colour. Give a `label` only where no word stands beside it. */
export function StandingMark({
  standing,
  size = 18,
  label,
}: {
  standing: StandingName;
  size?: number;
  label?: string;
}) {
  return (
    <svg
      className={styles.mark}
      data-standing={standing}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {glyphs[standing]}
    </svg>
  );
}
