import { can, formatCount, formatDay, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  Page,
  PageHeader,
  phone,
  SearchField,
  Skeleton,
  SkeletonRows,
  useMediaQuery,
} from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { matrixRowsQuery, matrixTotalsQuery } from '../api/matrix.js';
import { ColumnChooser } from '../columns/ColumnChooser.js';
import { orderColumns } from '../columns/order-columns.js';
import { CellPanel } from '../matrix/CellPanel.js';
import styles from '../matrix/matrix.module.css';
import { MatrixCards } from '../matrix/MatrixCards.js';
import { MatrixExport } from '../matrix/MatrixExport.js';
import { MatrixFilters } from '../matrix/MatrixFilters.js';
import { MatrixGrid } from '../matrix/MatrixGrid.js';
import type { OpenCell } from '../matrix/open-cell.js';
import { StandingCounts } from '../matrix/StandingCounts.js';
import { useMatrixFilter } from '../matrix/use-matrix-filter.js';
import { AskAll } from '../selection/AskAll.js';
import { BookLink } from '../selection/BookLink.js';
import { SelectAll } from '../selection/SelectAll.js';
import { SelectionBar } from '../selection/SelectionBar.js';
import { useSelection } from '../selection/use-selection.js';
import { reportingTexts } from '../texts.js';
import { SavedViews } from '../views/SavedViews.js';

/** Who is in order: people against what is required of them. Everything that narrows it down lives in the address. */
export function MatrixPage() {
  const { t, rich } = useTexts(reportingTexts);
  const address = useMatrixFilter();
  const me = useMe();
  const narrow = useMediaQuery(phone);
  const { data: counted } = useQuery(matrixTotalsQuery(address.filter));
  const totals = useMemo(
    () => counted && { ...counted, columns: orderColumns(counted.columns, address.filter.columns) },
    [counted, address.filter.columns],
  );
  // What each standing would leave is counted before one is chosen.
  const { data: whole } = useQuery(matrixTotalsQuery({ ...address.filter, standing: undefined }));
  const list = useInfiniteQuery(matrixRowsQuery(address.filter));
  const [open, setOpen] = useState<OpenCell | null>(null);
  const { selection, add, clear } = useSelection();
  usePageTitle(t('title'));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!totals || !whole || !list.data)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  const late = (whole.counts.overdue ?? 0) + (whole.counts.expired ?? 0);
  const course = totals.columns.find(({ courseId }) => courseId === address.filter.courseId);
  const { from, to } = address.filter;
  const between = from && to ? t('between', { from: formatDay(from), to: formatDay(to) }) : '';
  const shared = { rows, totals, onEnd: more, onOpen: setOpen, selection };
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={
          <>
            {rich('lead', {
              inOrder: <b>{t('inOrder', { inOrder: formatCount(whole.inOrder), count: whole.people })}</b>,
              day: formatDay(totals.today),
            })}{' '}
            {late > 0 ? t('late', { count: late }) : t('lateNone')}
          </>
        }
        aside={
          <>
            <SearchField
              label={t('search')}
              value={address.filter.q ?? ''}
              onSearch={(q) => address.write({ q }, { replace: true })}
            />
            <MatrixExport filter={address.filter} people={totals.people} />
          </>
        }
      />
      <MatrixFilters address={address} />
      <StandingCounts totals={whole} address={address} />
      <div className={styles.tools}>
        <SavedViews address={address} />
        <ColumnChooser address={address} />
        {can(me, 'assignments.write') && rows.length > 0 && (
          <>
            <SelectAll filter={address.filter} onFound={add} />
            <AskAll filter={address.filter} course={course} />
          </>
        )}
      </div>
      {address.narrowed && (
        <div className={styles.narrowed}>
          {address.filter.tiers && <span>{t('withoutTiers')}</span>}
          {address.filter.team && <span>{t(`team.${address.filter.team}`)}</span>}
          {between && <span>{between}</span>}
          {course && <span>{t('course', { title: course.title })}</span>}
          <Button size="small" variant="quiet" onClick={address.clear}>
            {t('clear')}
          </Button>
        </div>
      )}
      {rows.length === 0 ? (
        <Empty
          level={2}
          title={t(address.narrowed ? 'none.title' : 'empty.title')}
          text={t(address.narrowed ? 'none.text' : 'empty.text')}
        />
      ) : narrow ? (
        <MatrixCards {...shared} />
      ) : (
        <MatrixGrid {...shared} address={address} />
      )}
      <p role="status" className={styles.status}>
        {isFetchingNextPage && t('fetching')}
      </p>
      {selection.people.length > 0 && can(me, 'assignments.write') && (
        <SelectionBar {...{ selection, course }} onClear={clear}>
          <BookLink people={selection.people} courseId={course?.courseId} />
        </SelectionBar>
      )}
      {open && <CellPanel open={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
