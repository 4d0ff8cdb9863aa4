import type { ListFileItem } from '@lms/contracts';
import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  type Column,
  DataTable,
  Empty,
  LinkButton,
  Page,
  PageHeader,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { filesQuery } from '../api/files.js';
import { FileState } from '../files/FileState.js';
import styles from '../files/files.module.css';
import { filesTexts } from '../texts/files.js';

/** Lists that the reader asked for as files: being made, to be taken, or gone. */
export function FilesPage() {
  const { t } = useTexts(filesTexts);
  const list = useInfiniteQuery(filesQuery());
  usePageTitle(t('title'));
  if (!list.data)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      </Page>
    );
  const files = list.data.pages.flatMap(({ items }) => items);
  const columns: Column<ListFileItem>[] = [
    {
      key: 'what',
      head: t('what'),
      main: true,
      cell: ({ list: name, title, narrowed, scheduled }) => (
        <span className={styles.what}>
          {title || t(`list.${name}`)}
          {narrowed.map((line) => (
            <small key={line}>{line}</small>
          ))}
          {scheduled && <small>{t('scheduled')}</small>}
        </span>
      ),
    },
    { key: 'how', head: t('how'), cell: ({ format }) => t(`format.${format}`) },
    { key: 'asked', head: t('asked'), tight: true, cell: ({ askedAt }) => formatMoment(askedAt) },
    { key: 'state', head: t('state'), cell: (file) => <FileState file={file} /> },
  ];
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={<LinkButton to={`${paths.schedules}/received`}>{t('one.stop')}</LinkButton>}
      />
      {files.length > 0 ? (
        <DataTable caption={t('caption')} columns={columns} rows={files} rowKey={({ id }) => id} />
      ) : (
        <Empty
          level={2}
          title={t('none')}
          text={t('noneText')}
          action={<LinkButton to={paths.matrix}>{t('matrix')}</LinkButton>}
        />
      )}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}
