import { formatDay, useTexts } from '@lms/web-platform';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answeredWronglyQuery } from '../api/learners.js';
import { LearnersFrame } from '../learners/LearnersFrame.js';
import { LearnersTable } from '../learners/LearnersTable.js';
import { useLearnersAddress } from '../learners/use-learners-address.js';
import { learnersTexts } from '../texts/learners.js';

/** Who answered a question wrongly the last time: the people behind a line of the overview. */
export function AnsweredWronglyPage() {
  const { t } = useTexts(learnersTexts);
  const { questionId = '' } = useParams();
  const address = useLearnersAddress();
  const { organisationId, schemeId } = address.filter;
  const filter = { organisationId, schemeId };
  const list = useInfiniteQuery(answeredWronglyQuery(questionId, filter));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = rows;
  return (
    <LearnersFrame
      title={t('wrong.title')}
      lead={first && t('wrong.lead', { question: first.question })}
      {...{ address, filter }}
      file={{ list: 'answered-wrongly', filters: { ...filter, questionId } }}
      count={list.data ? rows.length : null}
    >
      <LearnersTable
        title={t('people')}
        {...{ rows, list }}
        rowKey={({ personId }) => personId}
        columns={[{ key: 'on', head: t('wrong.on'), tight: true, cell: ({ answeredOn }) => formatDay(answeredOn) }]}
      />
    </LearnersFrame>
  );
}
