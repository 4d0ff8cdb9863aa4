import { can, formatDay, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Page, PageHeader, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { entryQuery, takeBackPreviewQuery, useTakeBack } from '../api/corrections.js';
import { Loading } from '../components/Loading.js';
import { TakeBackForm } from '../components/TakeBackForm.js';
import { useTakeBackWords } from '../components/use-take-back-words.js';
import { recordsTexts } from '../texts.js';

/** Takes a completion back, after showing what follows: the People Team any, a trainer what they recorded themselves. */
export function TakeBackPage() {
  const { t } = useTexts(recordsTexts);
  const { personId = '', seq: number = '' } = useParams();
  const seq = Number(number);
  const navigate = useNavigate();
  const corrects = can(useMe(), 'record.correct');
  const { data: entry } = useQuery(entryQuery(personId, seq));
  const words = useTakeBackWords();
  const preview = useQuery(takeBackPreviewQuery(personId, seq, words.looked));
  const takeBack = useTakeBack(personId, seq);
  usePageTitle(t('takeBack.title'));
  if (!entry) return <Loading />;
  const { name, title } = entry;
  const to = corrects ? paths.personRecord(personId) : paths.recorded;
  const above = <Link to={to}>{corrects ? t('takeBack.back', { name }) : t('recorded.title')}</Link>;
  if (entry.takenBack)
    return (
      <Page width="reading">
        <PageHeader title={t('takeBack.title')} above={above} />
        <Empty level={2} title={t('takeBack.already')} />
      </Page>
    );
  return (
    <Page width="reading">
      <PageHeader
        title={t('takeBack.title')}
        lead={t('takeBack.lead', { title, day: formatDay(entry.completedOn), name })}
        above={above}
      />
      <TakeBackForm
        label={t('takeBack.title')}
        kept={t('takeBack.kept')}
        to={to}
        words={words}
        preview={preview}
        takeBack={takeBack}
        onDone={() => {
          toast(t('takeBack.done', { title }));
          void navigate(to);
        }}
      />
    </Page>
  );
}
