import type { MatrixColumn } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import type { VirtualItem } from '@tanstack/react-virtual';
import { Link } from 'react-router';
import { reportingTexts } from '../texts.js';
import styles from './grid.module.css';
import { shareOf } from './shares.js';
import type { MatrixAddress } from './use-matrix-filter.js';

interface Props {
  columns: readonly MatrixColumn[];
  shown: readonly VirtualItem[];
  width: number;
  address: MatrixAddress;
}

/** The courses, each with how many must act on it, which leads to them. */
export function ColumnHeads({ columns, shown, width, address }: Props) {
  const { t } = useTexts(reportingTexts);
  return (
    <div role="rowgroup" className={styles.head} style={{ width }}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          <small aria-hidden>{t('hint')}</small>
          {t('person')}
        </div>
        {shown.map(({ index, start, size }) => {
          const column = columns[index];
          if (!column) return null;
          const late = (column.counts.overdue ?? 0) + (column.counts.expired ?? 0);
          return (
            <div
              key={column.courseId}
              role="columnheader"
              aria-colindex={index + 2}
              className={styles.column}
              style={{ left: `calc(var(--person) + ${start}px)`, width: size }}
              title={`${column.title}. ${t('shareOf', shareOf(column))}`}
            >
              <span className={styles.title}>{column.title}</span>
              {late > 0 ? (
                <Link
                  to={address.to({ courseId: column.courseId, standing: 'to-act' })}
                  aria-label={t('toActOn', { count: late })}
                  preventScrollReset
                >
                  {late}
                </Link>
              ) : (
                <span aria-hidden>&nbsp;</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
