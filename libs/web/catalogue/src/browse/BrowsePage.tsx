import { formatCount, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, FilterLinks, Hidden, Notice, Page, PageHeader, Rows, SearchField, Section } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { withParam } from '../components/with-param.js';
import { browseTexts } from '../texts/browse.js';
import { cataloguePageQuery } from './api/catalogue-page.js';
import styles from './browse.module.css';
import { CourseRow } from './CourseRow.js';
import { filterOf } from './filter-params.js';
import { Filters } from './Filters.js';
import { NothingFound } from './NothingFound.js';

/** Everything a learner may see: words, filters and "saved" live in the address. */
export function BrowsePage() {
  const { t, rich } = useTexts(browseTexts);
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    cataloguePageQuery(filter),
  );
  usePageTitle(t('title'));
  const [first] = data?.pages ?? [];
  if (!data || !first) return <PageSkeleton />;
  const items = data.pages.flatMap((page) => page.items);
  const find = (text: string) => setParams(withParam(params, 'q', text), { replace: true, preventScrollReset: true });
  const savedLink = (saved: boolean) => ({ search: `${withParam(params, 'saved', saved ? 'true' : '')}` });
  const count = t('results', { count: first.total, shown: formatCount(first.total) });
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={styles.search}>
        <div>
          <SearchField label={t('search')} value={filter.q ?? ''} onSearch={find} />
        </div>
        <FilterLinks
          label={t('show')}
          links={[
            { key: 'all', to: savedLink(false), label: t('all'), current: !filter.saved },
            { key: 'saved', to: savedLink(true), label: t('saved'), current: filter.saved === 'true' },
          ]}
        />
      </div>
      {first.didYouMean && (
        <div className={styles.meant}>
          <Notice>
            {rich(
              'didYouMean',
              {
                meant: (
                  <Link to={{ search: `${withParam(params, 'q', first.didYouMean)}` }} replace>
                    {first.didYouMean}
                  </Link>
                ),
              },
              { typed: filter.q ?? '' },
            )}
          </Notice>
        </div>
      )}
      <div role="status">
        <Hidden>{count}</Hidden>
      </div>
      <div className={styles.columns}>
        {first.facets && <Filters facets={first.facets} filter={filter} />}
        <div className={styles.results} data-old={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
          <Section title={count}>
            {(heading) => (
              <>
                {items.length > 0 ? (
                  <Rows labelledBy={heading}>
                    {items.map((item) => (
                      <CourseRow key={item.courseId} item={item} />
                    ))}
                  </Rows>
                ) : (
                  <NothingFound filter={filter} />
                )}
                {hasNextPage && (
                  <div className={styles.more}>
                    <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                      {t('more')}
                    </Button>
                  </div>
                )}
              </>
            )}
          </Section>
        </div>
      </div>
    </Page>
  );
}
