import { formatDay, useTexts } from '@lms/web-platform';
import { useInfiniteQuery } from '@tanstack/react-query';
import { givenUpQuery } from '../api/learners.js';
import { LearnersFrame } from '../learners/LearnersFrame.js';
import { LearnersTable } from '../learners/LearnersTable.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { learnersTexts } from '../texts/learners.js';

/** Who began something, and where they stopped: the people behind a line of the overview. */
export function GivenUpPage() {
  const { t } = useTexts(learnersTexts);
  const address = useLearnersAddress();
  const { from: _from, to: _to, ...filter } = address.filter;
  const list = useInfiniteQuery(givenUpQuery(filter));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = rows;
  return (
    <LearnersFrame
      title={t('givenUp.title')}
      lead={t('givenUp.lead')}
      {...{ address, filter }}
      file={{ list: 'given-up', filters: filter }}
      count={list.data ? rows.length : null}
      only={first && t('givenUp.only', { title: first.title, activity: first.activity })}
      {...(filter.courseId || filter.activityId ? { toAll: address.to({ courseId: '', activityId: '' }) } : {})}
    >
      <LearnersTable
        title={t('people')}
        {...{ rows, list }}
        rowKey={({ personId, activityId }) => `${personId} ${activityId}`}
        columns={[
          { key: 'where', head: t('givenUp.where'), cell: ({ activity }) => activity },
          { key: 'last', head: t('givenUp.last'), tight: true, cell: ({ lastOn }) => formatDay(lastOn) },
        ]}
      />
    </LearnersFrame>
  );
}
