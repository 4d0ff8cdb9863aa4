import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './UserBlock.module.css';

interface Props {
  name: string;
  /** The organisation, or what they do. */
  detail?: string | null;
  to: string;
  linkText: string;
  action: ReactNode;
}

/** First letters of the first and the last name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [words[0], last].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

/** Who is signed in, the way to their account, and signing out. */
export function UserBlock({ name, detail, to, linkText, action }: Props) {
  return (
    <div className={styles.user}>
      <span className={styles.avatar} aria-hidden>
        {initials(name)}
      </span>
      <div className={styles.text}>
        <b>{name}</b>
        {detail && <span>{detail}</span>}
        <span className={styles.links}>
          <Link to={to}>{linkText}</Link>
          {action}
        </span>
      </div>
    </div>
  );
}
