import type { RuntimeLog } from '@lms/contracts';
import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, FilterLinks, Notice, Page, PageHeader, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { runtimeLogQuery } from '../api/runtime-log.js';
import { CallTable } from './CallTable.js';
import { clockSkew } from './log-text.js';
import { spanText } from './span-text.js';
import { TakeAway } from './TakeAway.js';
import { logTexts } from './texts.js';

type Visit = RuntimeLog['launches'][number];

/** What a lesson called in one attempt, visit by visit, for whoever looks for a fault. */
export function RuntimeLogPage() {
  const { t } = useTexts(logTexts);
  const { courseId = '', attemptId = '' } = useParams();
  const [params] = useSearchParams();
  const { data: log } = useQuery(runtimeLogQuery(courseId, attemptId));
  usePageTitle(log && t('title'));
  if (!log) {
    return (
      <Skeleton label={t('title')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const visit = log.launches.find(({ number }) => String(number) === params.get('visit')) ?? log.launches[0];
  const { activityTitle: activity, personName: name, number, startedAt } = log;
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead', { activity, number, name, moment: formatMoment(startedAt) })}
        above={<Link to={paths.personRecord(log.personId)}>{t('back', { name })}</Link>}
        aside={visit && <TakeAway log={log} visit={visit} />}
      />
      {log.launches.length > 1 && (
        <FilterLinks
          label={t('visits')}
          links={log.launches.slice(0, 20).map((one) => ({
            key: one.launchId,
            to: { search: `?visit=${one.number}` },
            label: t('visit', { number: one.number, moment: formatMoment(one.startedAt) }),
            current: one === visit,
          }))}
        />
      )}
      {visit ? <VisitLog visit={visit} onlyErrors={params.get('show') === 'errors'} /> : <Empty title={t('none')} />}
    </Page>
  );
}

function VisitLog({ visit, onlyErrors }: { visit: Visit; onlyErrors: boolean }) {
  const { t } = useTexts(logTexts);
  const [first] = visit.calls;
  const errors = visit.calls.filter((call) => call.error !== '');
  const skew = clockSkew(visit.calls, visit.startedAt);
  const links = ([false, true] as const).map((only) => ({
    key: only ? 'errors' : 'all',
    to: { search: `?visit=${visit.number}${only ? '&show=errors' : ''}` },
    label: t(only ? 'errors' : 'all'),
    count: only ? errors.length : visit.calls.length,
    current: only === onlyErrors,
  }));
  return (
    <Section
      title={t('visit', { number: visit.number, moment: formatMoment(visit.startedAt) })}
      aside={first && <FilterLinks label={t('filter')} links={links} />}
    >
      {skew !== 0 && (
        <Notice>{t('skew', { length: spanText(Math.abs(skew)), way: t(skew > 0 ? 'ahead' : 'behind') })}</Notice>
      )}
      {visit.cutFrom !== null && <Notice>{t('cut', { number: visit.cutFrom })}</Notice>}
      {!first ? (
        <Empty title={t('none')} text={t('noneText')} />
      ) : onlyErrors && errors.length === 0 ? (
        <Empty title={t('noErrors')} />
      ) : (
        <CallTable key={`${visit.number} ${onlyErrors}`} calls={onlyErrors ? errors : visit.calls} first={first} />
      )}
    </Section>
  );
}
