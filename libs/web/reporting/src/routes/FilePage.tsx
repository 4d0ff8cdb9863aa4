import { formatMoment, isBeingMade, isProblem, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { fileQuery } from '../api/files.js';
import { FileState } from '../files/FileState.js';
import styles from '../files/files.module.css';
import { listShown } from '../lists/list-shown.js';
import { filesTexts } from '../texts/files.js';

/** One file, for the person it was made for: a mail leads here. */
export function FilePage() {
  const { t } = useTexts(filesTexts);
  const { fileId = '' } = useParams();
  const { data: file, error } = useQuery(fileQuery(fileId));
  usePageTitle(file?.title ?? t('title'));
  const above = <Link to={paths.files}>{t('one.back')}</Link>;
  if (isProblem(error, 'not-found'))
    return (
      <Page>
        <PageHeader title={t('one.goneTitle')} above={above} />
        <Empty
          level={2}
          plain
          title={t('one.goneText')}
          action={<LinkButton to={paths.files}>{t('title')}</LinkButton>}
        />
      </Page>
    );
  if (!file)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={3} />
        </Skeleton>
      </Page>
    );
  const made = { format: t(`format.${file.format}`), moment: formatMoment(file.askedAt) };
  return (
    <Page>
      <PageHeader
        title={file.title || t(`list.${file.list}`)}
        lead={t(file.scheduled ? 'one.sent' : 'one.asked')}
        above={above}
      />
      <div className={styles.one}>
        <p>
          <b>{t('one.madeOn', made)}</b>
          {!isBeingMade(file) && file.state !== 'failed' && <span>{t('one.rows', { count: file.done })}</span>}
        </p>
        {file.narrowed.length > 0 && (
          <ul>
            {file.narrowed.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {file.state !== 'ended' && <FileState file={file} />}
      </div>
      {file.state === 'ended' && (
        <Empty
          level={2}
          title={t('one.endedTitle')}
          text={t('one.endedText')}
          action={<LinkButton to={listShown(file.list)}>{t('one.list')}</LinkButton>}
        />
      )}
      {file.scheduled && (
        <p className={styles.foot}>
          <Link to={`${paths.schedules}/received`}>{t('one.stop')}</Link>
        </p>
      )}
    </Page>
  );
}
