import { paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, FilterLinks, FormActions, LateExportMenu, Page, PageHeader, Rows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { tasksQuery } from '../api/tasks.js';
import { ListSkeleton } from '../components/ListSkeleton.js';
import { TaskRow } from '../components/TaskRow.js';
import { standingTexts } from '../texts.js';
import { tasksTexts } from '../texts/tasks.js';

const states = ['open', 'done'] as const;

/** What one has to do for others, and what one has done. */
export function TasksPage() {
  const { t } = useTexts(standingTexts);
  const { t: tasks } = useTexts(tasksTexts);
  const { today } = useMe();
  const [search] = useSearchParams();
  const state = search.get('state') === 'done' ? 'done' : 'open';
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(tasksQuery(state));
  const exported = useListExport([{ list: 'tasks', filters: { state: state === 'done' ? state : undefined } }]);
  usePageTitle(t('tasks.title'));
  if (!data) return <ListSkeleton />;
  const found = data.pages.flatMap(({ items }) => items);
  return (
    <Page>
      <PageHeader
        title={t('tasks.title')}
        lead={tasks('tasks.lead')}
        above={<Link to={paths.today}>{t('today.title')}</Link>}
        aside={found.length > 0 && <LateExportMenu {...exported} />}
      />
      <FilterLinks
        label={tasks('tasks.filters')}
        links={states.map((each) => ({
          key: each,
          to: each === 'open' ? '?' : `?state=${each}`,
          label: tasks(`tasks.state.${each}`),
          count: each === state ? data.pages[0]?.total : undefined,
          current: each === state,
        }))}
      />
      {found.length === 0 ? (
        <Empty title={tasks(`tasks.none.${state}`)} text={tasks(`tasks.noneText.${state}`)} />
      ) : (
        <Rows label={tasks(`tasks.list.${state}`)}>
          {found.map((task) => (
            <TaskRow key={task.id} task={task} today={today} />
          ))}
        </Rows>
      )}
      {hasNextPage && (
        <FormActions>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {tasks('tasks.more')}
          </Button>
        </FormActions>
      )}
    </Page>
  );
}
