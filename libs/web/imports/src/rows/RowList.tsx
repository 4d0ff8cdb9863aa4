import type { Import, ImportKind, ImportRow } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, type Column, DataTable, Empty, SkeletonRows, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type RowFilter, rowsQuery, useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import { RowFacts } from './RowFacts.js';
import { RowOutcome } from './RowOutcome.js';
import styles from './rows.module.css';

interface Props {
  shown: Import;
  kind: ImportKind;
  filter: RowFilter;
}

/** The rows in the order of the file, a page at a time. */
export function RowList({ shown, kind, filter }: Props) {
  const { t } = useTexts(importTexts);
  const list = useInfiniteQuery(rowsQuery(shown.id, `${shown.state} ${shown.appliedAt ?? ''}`, filter));
  const { select } = useImportChanges(shown.id);
  if (!list.data) return <SkeletonRows rows={6} />;
  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty title={t('rows.none')} text={t('rows.noneText')} plain />;
  const names = new Map(kind.columns.map(({ key, heading }) => [key, heading]));
  const take = (row: ImportRow) => {
    select({ rows: [row.n], selected: !row.selected }).catch((error: unknown) => toast(problemText(error)));
  };
  const columns: Column<ImportRow>[] = [
    {
      key: 'about',
      head: t('rows.about'),
      main: true,
      cell: ({ about, cells }) => about || cells.filter(Boolean).slice(0, 3).join(', '),
    },
    {
      key: 'n',
      head: t('rows.row'),
      align: 'right',
      tight: true,
      cell: ({ n, outcome }) => outcome !== 'leaving' && n,
    },
    { key: 'outcome', head: t('status'), tight: true, cell: (row) => <RowOutcome row={row} /> },
    { key: 'does', head: t('rows.does'), cell: (row) => <RowFacts row={row} shown={shown} names={names} /> },
    {
      key: 'take',
      head: t('rows.take'),
      tight: true,
      cell: (row) =>
        isOpen(row) && (
          <input
            type="checkbox"
            className={styles.take}
            aria-label={t('rows.takeRow', { n: row.n, about: row.about })}
            checked={row.selected}
            onChange={() => take(row)}
          />
        ),
    },
  ];
  return (
    <>
      <DataTable caption={t('rows.caption')} columns={columns} rows={rows} rowKey={({ n }) => n} />
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** It would write something, and has not been written. */
const isOpen = ({ outcome, result }: ImportRow): boolean =>
  result === null && (outcome === 'new' || outcome === 'change' || outcome === 'leaving');
