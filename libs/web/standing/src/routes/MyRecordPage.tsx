import { formatDay, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { recordQuery } from '@lms/web-records';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { ListSkeleton } from '../components/ListSkeleton.js';
import { RecordView } from '../components/RecordView.js';
import { recordViewTexts } from '../texts/record.js';

export function MyRecordPage() {
  const { t } = useTexts(recordViewTexts);
  const { data } = useQuery(recordQuery(null));
  const me = useMe();
  usePageTitle(t('record.title'));
  if (!data) return <ListSkeleton />;
  return (
    <Page>
      <PageHeader title={t('record.title')} lead={t('record.lead')} />
      <p data-paper="only">{t('record.onPaper', { name: me.name, day: formatDay(data.today) })}</p>
      <RecordView record={data} own />
    </Page>
  );
}
