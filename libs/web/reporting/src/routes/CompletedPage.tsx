import type { CompletedItem } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { completedQuery, completedTotalsQuery } from '../api/learners.js';
import { CompletedCourses } from '../learners/CompletedCourses.js';
import { LearnersFrame } from '../learners/LearnersFrame.js';
import { LearnersTable } from '../learners/LearnersTable.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { learnersTexts } from '../texts/learners.js';

const keyOf = ({ personId, courseId, completedOn }: CompletedItem, n: number) =>
  `${personId} ${courseId} ${completedOn} ${n}`;

/** Who completed what in some days: the people behind a month of the overview. */
export function CompletedPage() {
  const { t } = useTexts(learnersTexts);
  const address = useLearnersAddress();
  const { activityId: _, ...filter } = address.filter;
  const { data: totals } = useQuery(completedTotalsQuery(filter));
  const list = useInfiniteQuery(completedQuery(filter));
  const rows = (list.data?.pages.flatMap(({ items }) => items) ?? []).map((item, n) => ({
    ...item,
    key: keyOf(item, n),
  }));
  const only = filter.courseId && totals?.courses[0]?.title;
  return (
    <LearnersFrame
      title={t('completed.title')}
      lead={
        totals &&
        t('completed.lead', {
          completions: t('completed.completions', { count: totals.completions }),
          people: t('completed.people', { count: totals.people }),
        })
      }
      {...{ address, filter }}
      file={{ list: 'completed', filters: filter }}
      count={totals && list.data ? rows.length : null}
      fields={
        <>
          <TextField
            type="date"
            label={t('from')}
            value={filter.from ?? ''}
            max={filter.to}
            onChange={({ target }) => address.write({ from: target.value })}
          />
          <TextField
            type="date"
            label={t('to')}
            value={filter.to ?? ''}
            min={filter.from}
            onChange={({ target }) => address.write({ to: target.value })}
          />
        </>
      }
      {...(filter.courseId ? { toAll: address.to({ courseId: '' }) } : {})}
      only={only && t('completed.only', { title: only })}
    >
      {totals && !filter.courseId && (
        <CompletedCourses courses={totals.courses} to={(courseId) => address.to({ courseId })} />
      )}
      <LearnersTable
        title={t('completed.list')}
        {...{ rows, list }}
        rowKey={({ key }) => key}
        columns={[
          { key: 'on', head: t('completed.on'), tight: true, cell: ({ completedOn }) => formatDay(completedOn) },
          {
            ...{ key: 'until', head: t('completed.until'), tight: true },
            cell: ({ validUntil }) => validUntil && formatDay(validUntil),
          },
        ]}
      />
    </LearnersFrame>
  );
}
