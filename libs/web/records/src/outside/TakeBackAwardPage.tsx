import { formatDay, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Page, PageHeader, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { recordQuery } from '../api/record.js';
import { Loading } from '../components/Loading.js';
import { TakeBackForm } from '../components/TakeBackForm.js';
import { useTakeBackWords } from '../components/use-take-back-words.js';
import { takeBackAwardPreviewQuery, useTakeBackAward } from './api.js';
import { outsideTexts } from './texts.js';

/** Takes back what was recorded from outside, after showing what goes with it. */
export function TakeBackAwardPage() {
  const { t } = useTexts(outsideTexts);
  const { personId = '', awardId = '' } = useParams();
  const navigate = useNavigate();
  const { data: record } = useQuery(recordQuery(personId));
  const words = useTakeBackWords();
  const preview = useQuery(takeBackAwardPreviewQuery(personId, awardId, words.looked));
  const takeBack = useTakeBackAward(personId, awardId);
  const award = record?.outside.find(({ id }) => id === awardId);
  const title = t('takeBack.title', { title: award?.title ?? '' });
  usePageTitle(title);
  if (!record) return <Loading />;
  const to = paths.personRecord(personId);
  const above = <Link to={to}>{t('back', { name: record.name })}</Link>;
  if (!award || award.takenBack)
    return (
      <Page width="reading">
        <PageHeader title={title} above={above} />
        <Empty level={2} title={t('takeBack.already')} />
      </Page>
    );
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        lead={t('takeBack.lead', { day: formatDay(award.awardedOn), name: record.name })}
        above={above}
      />
      <TakeBackForm
        label={title}
        kept={t('takeBack.kept')}
        to={to}
        words={words}
        preview={preview}
        takeBack={takeBack}
        onDone={() => {
          toast(t('takeBack.done', { title: award.title }));
          void navigate(to);
        }}
      />
    </Page>
  );
}
