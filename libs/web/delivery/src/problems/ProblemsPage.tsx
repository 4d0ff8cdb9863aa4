import type { ProblemState } from '@lms/contracts';
import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, FilterLinks, LateExportMenu, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemsQuery } from '../api/problems.js';
import { ProblemCard } from './ProblemCard.js';
import styles from './ProblemsPage.module.css';
import { problemTexts } from './texts.js';

/** What learners report of a course; open ones first, because those wait for somebody. */
export function ProblemsPage() {
  const { t } = useTexts(problemTexts);
  const { courseId = '' } = useParams();
  const [params] = useSearchParams();
  const state: ProblemState = params.get('state') === 'closed' ? 'closed' : 'open';
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(problemsQuery(courseId, state));
  const exported = useListExport([{ list: 'problems', filters: { courseId, state } }]);
  usePageTitle(t('page'));
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <Page>
      <PageHeader
        title={t('page')}
        above={<Link to={paths.manageCourse(courseId)}>{t('back')}</Link>}
        aside={items && items.length > 0 && <LateExportMenu {...exported} />}
      />
      <FilterLinks
        label={t('filter')}
        links={(['open', 'closed'] as const).map((one) => ({
          key: one,
          to: { search: one === 'open' ? '' : '?state=closed' },
          label: t(one),
          count: one === 'open' ? data?.pages[0]?.openCount : undefined,
          current: one === state,
        }))}
      />
      {!items ? (
        <Skeleton label={t('page')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      ) : items.length === 0 ? (
        <Empty
          level={2}
          title={t(state === 'open' ? 'noneOpen' : 'noneClosed')}
          text={state === 'open' ? t('noneOpenText') : undefined}
        />
      ) : (
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.id}>
              <ProblemCard item={item} courseId={courseId} opened={params.get('report') === item.id} />
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </Page>
  );
}
