import { useTexts } from '@lms/web-platform';
import { type Column, DataTable, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { lazy, Suspense } from 'react';
import { overviewTexts } from '../texts/overview.js';
import type { BarRow, BarSeries } from './Bars.js';
import styles from './overview.module.css';

// As heavy as the rest of the page: only who looks at a chart fetches it.
const Bars = lazy(() => import('./Bars.js'));

interface Props<T> {
  title: string;
  /** A sentence below the heading. */
  lead?: string;
  rows: readonly T[];
  rowKey: (row: T) => string;
  columns: readonly Column<T>[];
  /** How it is drawn. Without it there is only the table. */
  chart?: { series: readonly BarSeries[]; row: (row: T) => BarRow; most?: number; lying?: boolean };
  asTable: boolean;
}

/** Numbers as a chart or as their table: both of the same rows. */
export function Figure<T>({ title, lead, rows, rowKey, columns, chart, asTable }: Props<T>) {
  const { t } = useTexts(overviewTexts);
  const drawn = chart && !asTable;
  return (
    <Section title={title}>
      <div className={styles.figure}>
        {lead && <p>{lead}</p>}
        {rows.length === 0 && <p>{t('nothing')}</p>}
        {rows.length > 0 && drawn && (
          <div role="img" aria-label={t('chart', { title })}>
            <Suspense
              fallback={
                <Skeleton label={t('loadingChart')}>
                  <SkeletonRows rows={4} />
                </Skeleton>
              }
            >
              <Bars
                rows={rows.slice(0, chart.most).map(chart.row)}
                series={chart.series}
                {...(chart.lying ? { lying: true } : {})}
              />
            </Suspense>
          </div>
        )}
        {rows.length > 0 && !drawn && <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} />}
      </div>
    </Section>
  );
}
