import { AttemptList } from '@lms/web-delivery';
import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { AddOutsideLink, recordQuery } from '@lms/web-records';
import { Icon, LinkButton, Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { ListSkeleton } from '../components/ListSkeleton.js';
import { RecordView } from '../components/RecordView.js';
import { recordViewTexts } from '../texts/record.js';

/** Somebody else's record, for those who may see it. */
export function PersonRecordPage() {
  const { t } = useTexts(recordViewTexts);
  const { personId = '' } = useParams();
  const { data } = useQuery(recordQuery(personId));
  const me = useMe();
  const corrects = can(me, 'record.correct') && me.personId !== personId;
  const records = can(me, 'record.write') && me.personId !== personId;
  usePageTitle(data && t('record.titleOther', { name: data.name }));
  if (!data) return <ListSkeleton />;
  return (
    <Page>
      <PageHeader
        title={t('record.titleOther', { name: data.name })}
        lead={[data.jobRole, data.organisationName].filter(Boolean).join(', ')}
        above={<Link to={paths.person(personId)}>{t('record.back', { name: data.name })}</Link>}
        aside={
          <>
            {records && <AddOutsideLink personId={personId} />}
            {corrects && (
              <LinkButton to={paths.recordCompletion(personId)}>
                <Icon name="add" />
                {t('record.add')}
              </LinkButton>
            )}
          </>
        }
      />
      <RecordView record={data} own={false} corrects={corrects} records={records} />
      <AttemptList personId={personId} />
    </Page>
  );
}
