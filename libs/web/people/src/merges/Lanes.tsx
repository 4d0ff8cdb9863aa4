import styles from './merges.module.css';

/** Two lanes that become one. */
export function Lanes() {
  return (
    <svg
      className={styles.lanes}
      viewBox="0 0 44 44"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="4"
    >
      <path d="M15 40V6" />
      <path d="M31 40v-8c0-7-16-6-16-14" />
      <path d="M8 13l7-8 7 8" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
