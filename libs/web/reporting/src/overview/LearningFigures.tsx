import type { OverviewFilter, OverviewLearning } from '@lms/contracts';
import { can, formatCount, formatDay, paths, useMe, useTexts } from '@lms/web-platform';
import { Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { overviewLearningQuery } from '../api/overview.js';
import { overviewTexts } from '../texts/overview.js';
import { answeredWronglyLink, completedLink, evidenceLink, givenUpLink } from '../learners/learners-link.js';
import { Figure } from './Figure.js';
import { endOfMonth, monthOf, shortMonthOf } from './month-of.js';
import { OnboardingFigure } from './OnboardingFigure.js';
import styles from './overview.module.css';

type Abandoned = OverviewLearning['abandoned'][number];

/** What is learnt, and where it goes wrong; each number leads to who is behind it. */
export function LearningFigures({ filter, asTable }: { filter: OverviewFilter; asTable: boolean }) {
  const { t } = useTexts(overviewTexts);
  const me = useMe();
  const { data } = useQuery(overviewLearningQuery(filter));
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonRows rows={6} />
      </Skeleton>
    );
  const { completions, onboarding, evidence, abandoned, questions } = data;
  const courses = can(me, 'courses.write');
  const ofMonth = (month: string) => completedLink({ ...filter, from: month, to: endOfMonth(month) });
  const stoppedAt = ({ courseId, activityId }: Abandoned) => givenUpLink({ ...filter, courseId, activityId });
  const wrongAt = (questionId: string) => answeredWronglyLink(questionId, filter);
  const counted = (n: number, to: string, what: string) =>
    n === 0 ? (
      '0'
    ) : (
      <Link to={to} aria-label={t('behind', { count: n, what })}>
        {formatCount(n)}
      </Link>
    );
  return (
    <>
      <Figure
        {...{ asTable }}
        title={t('completions.title')}
        rows={completions}
        rowKey={({ month }) => month}
        columns={[
          { key: 'what', head: t('completions.what'), main: true, cell: ({ month }) => monthOf(month) },
          { key: 'of', head: t('completions.of'), align: 'right', cell: (row) => formatCount(row.completions) },
          {
            ...{ key: 'people', head: t('people'), align: 'right' },
            cell: ({ month, people }) => counted(people, ofMonth(month), monthOf(month)),
          },
        ]}
        chart={{
          series: [{ name: 'completions', label: t('completions.of'), color: 'var(--valid)' }],
          row: ({ month, completions: n }) => ({
            ...{ label: shortMonthOf(month), to: ofMonth(month), values: { completions: n } },
          }),
        }}
      />
      <OnboardingFigure rows={onboarding} {...{ asTable, filter }} />
      {can(me, 'record.write') && (
        <Section title={t('evidence.title')}>
          <p className={styles.figure}>
            {evidence.waiting === 0 ? (
              t('evidence.none')
            ) : (
              <Link to={evidenceLink(filter)}>{t('evidence.waiting', { count: evidence.waiting })}</Link>
            )}{' '}
            {evidence.oldest && t('evidence.oldest', { day: formatDay(evidence.oldest) })}
          </p>
        </Section>
      )}
      <Figure
        {...{ asTable }}
        title={t('abandoned.title')}
        lead={t('abandoned.lead')}
        rows={abandoned}
        rowKey={({ activityId }) => activityId}
        columns={[
          {
            key: 'what',
            head: t('abandoned.what'),
            main: true,
            cell: ({ courseId, title }) => (courses ? <Link to={paths.manageCourse(courseId)}>{title}</Link> : title),
          },
          { key: 'where', head: t('abandoned.where'), cell: ({ activity }) => activity },
          {
            ...{ key: 'people', head: t('people'), align: 'right' },
            cell: (row) => counted(row.people, stoppedAt(row), `${row.title}, ${row.activity}`),
          },
          { key: 'days', head: t('abandoned.days'), align: 'right', cell: ({ days }) => formatCount(days) },
        ]}
        chart={{
          series: [{ name: 'people', label: t('people'), color: 'var(--expiring)' }],
          row: (row) => ({ label: row.title, to: stoppedAt(row), values: { people: row.people } }),
          lying: true,
        }}
      />
      {questions.length > 0 && (
        <Figure
          {...{ asTable }}
          title={t('questions.title')}
          lead={t('questions.lead')}
          rows={questions}
          rowKey={({ questionId }) => questionId}
          columns={[
            {
              key: 'what',
              head: t('questions.what'),
              main: true,
              cell: ({ bankId, questionId, text }) =>
                courses ? <Link to={paths.question(bankId, questionId)}>{text}</Link> : text,
            },
            { key: 'asked', head: t('questions.asked'), align: 'right', cell: ({ asked }) => formatCount(asked) },
            { key: 'wrong', head: t('questions.wrong'), align: 'right', cell: ({ wrong }) => formatCount(wrong) },
            {
              key: 'share',
              head: t('questions.share'),
              align: 'right',
              cell: ({ asked, wrong }) => t('share', { share: Math.round((100 * wrong) / asked) }),
            },
            {
              ...{ key: 'people', head: t('questions.people'), align: 'right' },
              cell: ({ questionId, text, people }) => counted(people, wrongAt(questionId), text),
            },
          ]}
          chart={{
            series: [{ name: 'share', label: t('questions.of'), color: 'var(--overdue)' }],
            row: ({ questionId, text, asked, wrong }) => ({
              ...{ label: text, to: wrongAt(questionId), values: { share: Math.round((100 * wrong) / asked) } },
            }),
            lying: true,
          }}
        />
      )}
    </>
  );
}
