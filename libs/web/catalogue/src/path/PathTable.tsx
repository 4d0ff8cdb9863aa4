import type { PathItem } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { VersionPlates } from '../components/VersionPlates.js';
import { pathTexts } from '../texts/paths.js';

/** Paths with what they hold and how many people are on them. */
export function PathTable({ items, progress }: { items: readonly PathItem[]; progress: boolean }) {
  const { t } = useTexts(pathTexts);
  return (
    <DataTable
      caption={t('list.caption')}
      rows={items}
      rowKey={(path) => path.id}
      columns={[
        {
          key: 'path',
          head: t('list.path'),
          main: true,
          cell: (path) => <Link to={paths.path(path.id)}>{path.title}</Link>,
        },
        { key: 'code', head: t('list.code'), tight: true, cell: (path) => path.code },
        { key: 'kind', head: t('list.kind'), cell: (path) => t(`kind.${path.kind}`) },
        {
          key: 'holds',
          head: t('list.holds'),
          cell: (path) =>
            t('list.holdsText', {
              steps: t('list.steps', { count: path.steps }),
              stages: t('list.stages', { count: path.stages }),
            }),
        },
        { key: 'state', head: t('list.state'), cell: (path) => <VersionPlates item={path} /> },
        {
          key: 'people',
          head: t('list.people'),
          align: 'right',
          cell: (path) =>
            progress && path.people > 0 ? (
              <Link to={paths.pathProgress(path.id)}>{formatCount(path.people)}</Link>
            ) : (
              formatCount(path.people)
            ),
        },
      ]}
    />
  );
}
