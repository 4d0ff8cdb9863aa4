import type { VersionState } from '@lms/contracts';
import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FilterLinks,
  FormActions,
  LinkButton,
  Page,
  PageHeader,
  SearchField,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { coursesQuery } from '../api/courses.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { stateKey } from '../components/VersionPlates.js';
import { withParam } from '../components/with-param.js';
import { CourseTable } from '../courses/CourseTable.js';
import { builderTexts } from '../texts/builder.js';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';
import styles from './List.module.css';

const states: readonly VersionState[] = ['draft', 'in-review', 'published', 'retired'];

/** Every course, found by a search and the state of its versions; both live in the address. */
export function CoursesPage() {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const { t: builder } = useTexts(builderTexts);
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const state = states.find((known) => known === params.get('state'));
  const template = params.get('template') === 'true';
  const filters = { q: q || undefined, state, template: template ? ('true' as const) : undefined };
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(coursesQuery(filters));
  const exported = useListExport([{ list: 'courses', filters }]);
  usePageTitle(t('list.title'));
  if (!data) return <PageSkeleton />;
  const courses = data.pages.flatMap((page) => page.items);
  const newCourse = can(me, 'courses.write') && (
    <LinkButton variant="main" to={paths.newCourse}>
      {t('list.new')}
    </LinkButton>
  );
  const stateParam = (value: string) => withParam(withParam(params, 'template', ''), 'state', value);
  const find = (text: string) => setParams(withParam(params, 'q', text), { replace: true, preventScrollReset: true });
  return (
    <Page width="wide">
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        aside={
          <>
            <SearchField label={t('list.search')} value={q} onSearch={find} />
            {courses.length > 0 && <ExportMenu {...exported} />}
            {newCourse}
          </>
        }
      />
      <FilterLinks
        label={t('list.filters')}
        links={[
          { key: 'all', to: { search: `${stateParam('')}` }, label: t('list.all'), current: !state && !template },
          ...states.map((known) => ({
            key: known,
            to: { search: `${stateParam(known)}` },
            label: common(stateKey(known)),
            current: known === state,
          })),
          {
            key: 'templates',
            to: { search: `${withParam(withParam(params, 'state', ''), 'template', 'true')}` },
            label: builder('templates.filter'),
            current: template,
          },
        ]}
      />
      <div className={styles.list}>
        {courses.length > 0 ? (
          <CourseTable courses={courses} />
        ) : template && !q ? (
          <Empty title={builder('templates.none')} text={builder('templates.noneText')} />
        ) : q || state ? (
          <Empty title={t('list.none')} text={t('list.noneText')} />
        ) : (
          <Empty title={t('list.empty')} text={t('list.emptyText')} action={newCourse} />
        )}
        {hasNextPage && (
          <FormActions>
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {common('more')}
            </Button>
          </FormActions>
        )}
      </div>
    </Page>
  );
}
