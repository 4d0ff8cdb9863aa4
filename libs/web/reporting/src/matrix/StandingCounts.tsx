import type { MatrixTotals } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { StandingMark } from '@lms/web-ui';
import { Link } from 'react-router';
import { reportingTexts } from '../texts.js';
import styles from './matrix.module.css';
import { type MatrixAddress, standings } from './use-matrix-filter.js';

/** How often each standing occurs; each leads to the people behind it, and back to everybody. */
export function StandingCounts({ totals, address }: { totals: MatrixTotals; address: MatrixAddress }) {
  const { t } = useTexts(reportingTexts);
  const current = address.filter.standing;
  return (
    <nav aria-label={t('counts')}>
      <ul className={styles.counts}>
        {standings.map((standing) => {
          if (standing === 'to-act' || standing === 'holds') return null;
          const count = totals.counts[standing] ?? 0;
          const chosen = current === standing;
          return (
            <li key={standing} data-none={count === 0 || undefined}>
              <Link
                to={address.to({ standing: chosen ? undefined : standing })}
                aria-current={chosen ? 'true' : undefined}
                preventScrollReset
              >
                <span>
                  <StandingMark standing={standing} size={22} />
                  <b>{formatCount(count)}</b>
                </span>
                {t(`standing.${standing}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
