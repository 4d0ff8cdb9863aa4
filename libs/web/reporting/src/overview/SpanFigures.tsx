import type { Overview, OverviewSpan } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { Link } from 'react-router';
import { overviewTexts } from '../texts/overview.js';
import { Figure } from './Figure.js';
import { matrixLink } from './matrix-link.js';
import { monthOf, shortMonthOf } from './month-of.js';

const LATE = ['first', 'second', 'third', 'fourth'] as const;

interface Props {
  overview: Overview;
  asTable: boolean;
  filter: Readonly<Record<string, string | undefined>>;
}

/** What ends, month by month, and what is late, by how long; each leads to the people behind it. */
export function SpanFigures({ overview, asTable, filter }: Props) {
  const { t } = useTexts(overviewTexts);
  const figure = (
    key: 'expiring' | 'late',
    spans: readonly OverviewSpan[],
    name: (span: OverviewSpan, n: number) => string,
  ) => {
    const standing = key === 'late' ? 'to-act' : 'holds';
    const rows = spans.map((span, n) => ({ ...span, label: name(span, n) }));
    const to = ({ from, to: until }: OverviewSpan) => matrixLink({ ...filter, standing, from, to: until });
    return (
      <Figure
        {...{ asTable, rows }}
        title={t(`${key}.title`)}
        rowKey={({ from }) => from}
        columns={[
          { key: 'what', head: t(`${key}.what`), main: true, cell: ({ label }) => label },
          { key: 'things', head: t('things'), align: 'right', cell: ({ things }) => formatCount(things) },
          {
            key: 'people',
            head: t('people'),
            align: 'right',
            cell: (row) =>
              row.people === 0 ? (
                '0'
              ) : (
                <Link to={to(row)} aria-label={t('behind', { count: row.people, what: row.label })}>
                  {formatCount(row.people)}
                </Link>
              ),
          },
        ]}
        chart={{
          series: [
            {
              name: 'things',
              label: t(`${key}.of`),
              color: key === 'late' ? 'var(--overdue)' : 'var(--expiring)',
            },
          ],
          row: (row) => ({
            label: key === 'expiring' ? shortMonthOf(row.from) : row.label,
            ...{ to: to(row), values: { things: row.things } },
          }),
        }}
      />
    );
  };
  return (
    <>
      {figure('late', overview.late, (_span, n) => t(`late.spans.${LATE[n] ?? 'fourth'}`))}
      {figure('expiring', overview.expiring, ({ from }) => monthOf(from))}
    </>
  );
}
