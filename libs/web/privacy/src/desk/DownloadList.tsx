import { formatMoment, paths, useTexts } from '@lms/web-platform';
import { Empty } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { downloadsQuery } from '../api/downloads.js';
import { DownloadRows } from '../shared/DownloadRows.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { commonTexts } from '../texts/common.js';
import { deskTexts } from '../texts/desk.js';

/** Who asked for whose data, newest first. */
export function DownloadList() {
  const { t } = useTexts(deskTexts);
  const { t: common } = useTexts(commonTexts);
  const list = useInfiniteQuery(downloadsQuery('all'));
  if (!list.data) return <ListSkeleton />;
  const requests = list.data.pages.flatMap(({ items }) => items);
  return (
    <div className={styles.list}>
      {requests.length === 0 ? (
        <Empty level={2} title={t('noDownloads')} text={t('noDownloadsText')} />
      ) : (
        <DownloadRows
          requests={requests}
          label={t('view.downloads')}
          title={({ personId, name }) => <Link to={paths.personData(personId)}>{name}</Link>}
          asked={({ own, askedByName, askedAt }) =>
            own
              ? common('download.ownAt', { moment: formatMoment(askedAt) })
              : common('download.askedBy', { name: askedByName, moment: formatMoment(askedAt) })
          }
        />
      )}
      <MoreButton list={list} />
    </div>
  );
}
