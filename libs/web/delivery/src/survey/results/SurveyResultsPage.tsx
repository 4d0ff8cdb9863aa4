import type { SurveyResults } from '@lms/contracts';
import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Notice, Page, PageHeader, Plate, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { QuestionResult } from './QuestionResult.js';
import { filterSearch } from './results-filter.js';
import { ResultsFilter } from './ResultsFilter.js';
import styles from './Results.module.css';
import { surveyFileAddress, surveyResultsQuery } from './survey-results-query.js';
import { surveyResultTexts } from './texts.js';

/** What the answers to a survey come to, for those who look after its course. */
export function SurveyResultsPage() {
  const { t } = useTexts(surveyResultTexts);
  const { courseId = '', activityId = '' } = useParams();
  const [params] = useSearchParams();
  const search = filterSearch(params);
  const { data } = useQuery(surveyResultsQuery(activityId, search));
  usePageTitle(data && t('page', { title: data.title }));
  if (!data) {
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={6} />
        </Skeleton>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={t('page', { title: data.title })}
        above={<Link to={paths.manageCourse(courseId)}>{t('back', { course: data.courseTitle })}</Link>}
        lead={data.anonymous ? t('anonymous') : t('named')}
      />
      <ResultsFilter versions={data.versions} />
      {data.sheets > 0 && <Found results={data} activityId={activityId} search={search} />}
      {data.waiting > 0 && data.sheets > 0 && <Notice>{t('waiting', { count: data.waiting })}</Notice>}
      {data.sheets > 0
        ? data.questions.map((result) => <QuestionResult key={result.question.id} result={result} />)
        : none(data)}
    </Page>
  );

  function none({ waiting }: SurveyResults) {
    if (search) return <Empty title={t('noneFound')} text={t('noneFoundText')} />;
    return waiting > 0 ? (
      <Empty title={t('noneShown')} text={`${t('noneShownText')} ${t('waiting', { count: waiting })}`} />
    ) : (
      <Empty title={t('none')} text={t('noneText')} />
    );
  }
}

interface FoundProps {
  results: SurveyResults;
  activityId: string;
  search: string;
}

/** How many there are, and the same as files. */
function Found({ results, activityId, search }: FoundProps) {
  const { t } = useTexts(surveyResultTexts);
  const me = useMe();
  const names = can(me, 'record.correct') && results.versions.some(({ anonymous }) => !anonymous);
  return (
    <p className={styles.found}>
      <Plate look="ink">{t('sheets', { count: results.sheets })}</Plate>
      <a href={surveyFileAddress(activityId, 'survey-results.csv', search)} download>
        {t('file')}
      </a>
      {names && (
        <a href={surveyFileAddress(activityId, 'survey-names.csv', search)} download>
          {t('names')}
        </a>
      )}
    </p>
  );
}
