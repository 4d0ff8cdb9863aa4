import type { ImportItem } from '@lms/contracts';
import { formatCount, formatMoment, paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, type Column, DataTable, Empty, ExportMenu, Icon, LinkButton, Page, PageHeader } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { importsQuery } from '../api/imports.js';
import { ImportSkeleton } from '../components/ImportSkeleton.js';
import { StatePlate } from '../components/StatePlate.js';
import { importTexts } from '../texts.js';

/** Earlier imports, and those that are on their way. */
export function ImportsPage() {
  const { t } = useTexts(importTexts);
  const list = useInfiniteQuery(importsQuery());
  const exported = useListExport([{ list: 'imports', filters: {} }]);
  usePageTitle(t('title'));
  if (!list.data) return <ImportSkeleton />;
  const items = list.data.pages.flatMap((page) => page.items);
  const columns: Column<ImportItem>[] = [
    {
      key: 'file',
      head: t('file'),
      main: true,
      cell: ({ id, fileName }) => <Link to={paths.import(id)}>{fileName}</Link>,
    },
    { key: 'what', head: t('what'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'rows', head: t('rowsCount'), align: 'right', cell: ({ total }) => total > 0 && formatCount(total) },
    { key: 'status', head: t('status'), tight: true, cell: ({ state }) => <StatePlate state={state} /> },
    { key: 'when', head: t('when'), tight: true, cell: ({ createdAt }) => formatMoment(createdAt) },
    { key: 'by', head: t('by'), cell: ({ mine, createdByName }) => (mine ? t('you') : createdByName) },
  ];
  const begin = (
    <LinkButton to={paths.newImport()} variant="main">
      <Icon name="add" size={18} />
      {t('begin')}
    </LinkButton>
  );
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          items.length > 0 && (
            <>
              <ExportMenu {...exported} />
              {begin}
            </>
          )
        }
      />
      {items.length > 0 ? (
        <DataTable caption={t('caption')} columns={columns} rows={items} rowKey={({ id }) => id} />
      ) : (
        <Empty level={2} title={t('none')} text={t('noneText')} action={begin} />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
