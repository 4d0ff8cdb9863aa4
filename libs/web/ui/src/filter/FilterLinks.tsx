import { Link, type To } from 'react-router';
import styles from './FilterLinks.module.css';

/** As people here write large numbers: 1,800. */
const grouped = new Intl.NumberFormat('en-GB');

export interface FilterLink {
  key: string;
  to: To;
  label: string;
  count?: number;
  current: boolean;
}

/** Filters that live in the address, each with how many it leaves. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.key}>
            <Link to={link.to} aria-current={link.current ? 'true' : undefined} preventScrollReset>
              {link.label}
              {link.count !== undefined && <b> {grouped.format(link.count)}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
