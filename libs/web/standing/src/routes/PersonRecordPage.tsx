import { AttemptList } from '@lms/web-delivery';
import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { recordQuery } from '../api/record.js';
import { ListSkeleton } from '../components/ListSkeleton.js';
import { RecordView } from '../components/RecordView.js';
import { standingTexts } from '../texts.js';

/** Somebody else's record, for those who may see it. */
export function PersonRecordPage() {
  const { t } = useTexts(standingTexts);
  const { personId = '' } = useParams();
  const { data } = useQuery(recordQuery(personId));
  usePageTitle(data && t('record.titleOther', { name: data.name }));
  if (!data) return <ListSkeleton />;
  return (
    <Page>
      <PageHeader
        title={t('record.titleOther', { name: data.name })}
        lead={[data.jobRole, data.organisationName].filter(Boolean).join(', ')}
        above={<Link to={paths.person(personId)}>{t('record.back', { name: data.name })}</Link>}
      />
      <RecordView record={data} own={false} />
      <AttemptList personId={personId} />
    </Page>
  );
}
