import { paths, useMe, useTexts } from '@lms/web-platform';
import { Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { nextTasksQuery } from '../api/tasks.js';
import { standingTexts } from '../texts.js';
import { TaskRow } from './TaskRow.js';

const shown = 4;

/** The most urgent of one's tasks; nothing where there are none. */
export function TaskSection({ today }: { today: string }) {
  const { t } = useTexts(standingTexts);
  const { data } = useQuery(nextTasksQuery(shown));
  const me = useMe();
  if (!data || data.items.length === 0) return null;
  const title = data.items.every(({ personId }) => personId === me.personId) ? 'tasks.titleOwn' : 'tasks.title';
  return (
    <Section title={t(title)} aside={<Link to={paths.tasks}>{t('tasks.all', { count: data.total })}</Link>}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {data.items.map((task) => (
            <TaskRow key={task.id} task={task} today={today} />
          ))}
        </Rows>
      )}
    </Section>
  );
}
