import type { OverviewFilter, OverviewLearning } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { createPath, Link } from 'react-router';
import { overviewTexts } from '../texts/overview.js';
import { Figure } from './Figure.js';

type Row = OverviewLearning['onboarding'][number];

const STATES = [
  { key: 'done', state: 'done', color: 'var(--valid)' },
  { key: 'underWay', state: 'under way', color: 'var(--progress)' },
  { key: 'notStarted', state: 'not started', color: 'var(--edge)' },
  { key: 'overdue', state: 'overdue', color: 'var(--overdue)' },
] as const;

interface Props {
  rows: readonly Row[];
  asTable: boolean;
  filter: OverviewFilter;
}

/** How far those are who are on an onboarding path, and how long it took who are through. */
export function OnboardingFigure({ rows, asTable, filter }: Props) {
  const { t } = useTexts(overviewTexts);
  const to = (pathId: string, state?: string) => {
    const given = Object.entries({ ...filter, state }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return { pathname: paths.pathProgress(pathId), search: new URLSearchParams(given).toString() };
  };
  return (
    <Figure
      {...{ rows, asTable }}
      title={t('onboarding.title')}
      rowKey={({ pathId }) => pathId}
      columns={[
        {
          key: 'what',
          head: t('onboarding.what'),
          main: true,
          cell: ({ pathId, title }) => <Link to={to(pathId)}>{title}</Link>,
        },
        { key: 'people', head: t('people'), align: 'right', cell: ({ people }) => formatCount(people) },
        ...STATES.map(({ key, state }) => ({
          ...{ key, head: t(`onboarding.${key}`), align: 'right' as const },
          cell: (row: Row) => (row[key] === 0 ? '–' : <Link to={to(row.pathId, state)}>{formatCount(row[key])}</Link>),
        })),
        {
          key: 'days',
          head: t('onboarding.days'),
          align: 'right',
          cell: ({ days }) => (days === null ? '–' : t('onboarding.daysOf', { count: Math.round(days) })),
        },
      ]}
      chart={{
        series: STATES.map(({ key, color }) => ({ name: key, label: t(`onboarding.${key}`), color })),
        row: ({ pathId, title, notStarted, underWay, overdue, done }) => ({
          ...{ label: title, to: createPath(to(pathId)) },
          values: { notStarted, underWay, overdue, done },
        }),
        lying: true,
      }}
    />
  );
}
