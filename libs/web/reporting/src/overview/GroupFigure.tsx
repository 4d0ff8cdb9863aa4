import type { OverviewGroup } from '@lms/contracts';
import { formatCount, useTexts } from '@lms/web-platform';
import { Link } from 'react-router';
import { shareOf } from '../matrix/shares.js';
import { overviewTexts } from '../texts/overview.js';
import { Figure } from './Figure.js';
import { matrixLink } from './matrix-link.js';
import styles from './overview.module.css';

const ORDER = ['overdue', 'expired', 'expiring', 'in progress', 'not started', 'valid', 'exempt'] as const;
const COLOURS: Record<(typeof ORDER)[number], string> = {
  overdue: 'var(--overdue)',
  expired: 'var(--expired)',
  expiring: 'var(--expiring)',
  'in progress': 'var(--progress)',
  'not started': 'var(--edge)',
  valid: 'var(--valid)',
  exempt: 'var(--exempt)',
};
/** More bars than that say nothing. */
const MOST = 12;

interface Props {
  by: 'byOrganisation' | 'byScheme';
  groups: readonly OverviewGroup[];
  asTable: boolean;
  filter: Readonly<Record<string, string | undefined>>;
}

/** How each organisation or scheme stands, those with most to act on first. */
export function GroupFigure({ by, groups, asTable, filter }: Props) {
  const { t } = useTexts(overviewTexts);
  const name = by === 'byOrganisation' ? 'organisationId' : 'schemeId';
  // An organisation's line counts its own people; the tiers below it have lines of their own.
  const alone = by === 'byOrganisation' ? { tiers: 'none' } : {};
  const to = (id: string, more: Record<string, string> = {}) =>
    matrixLink({ ...filter, ...alone, [name]: id, ...more });
  const title = t(`${by}.title`);
  return (
    <Figure
      {...{ title, asTable }}
      {...(!asTable && groups.length > MOST ? { lead: t(`${by}.more`) } : {})}
      rows={groups}
      rowKey={({ id }) => id}
      columns={[
        { key: 'what', head: t(`${by}.what`), main: true, cell: ({ id, label }) => <Link to={to(id)}>{label}</Link> },
        {
          ...{ key: 'people', head: t('people'), align: 'right' },
          cell: ({ id, label, people }) => (
            <Link to={to(id)} aria-label={t('behind', { count: people, what: label })}>
              {formatCount(people)}
            </Link>
          ),
        },
        {
          key: 'inOrder',
          head: t('inOrderHead'),
          align: 'right',
          cell: (group) => <Shares group={group} />,
        },
        ...ORDER.map((standing) => ({
          key: standing,
          head: t(`standing.${standing}`),
          align: 'right' as const,
          cell: ({ id, counts }: OverviewGroup) => {
            const n = counts[standing] ?? 0;
            return n === 0 ? '–' : <Link to={to(id, { standing })}>{formatCount(n)}</Link>;
          },
        })),
      ]}
      chart={{
        series: ORDER.map((standing) => ({
          ...{ name: standing, label: t(`standing.${standing}`), color: COLOURS[standing] },
        })),
        row: ({ id, label, counts }) => ({
          ...{ label, to: to(id) },
          values: Object.fromEntries(ORDER.map((standing) => [standing, counts[standing] ?? 0])),
        }),
        most: MOST,
        lying: true,
      }}
    />
  );
}

/** Of what is required, with and without what is exempt. */
function Shares({ group: { counts } }: { group: OverviewGroup }) {
  const { t } = useTexts(overviewTexts);
  const required = Object.values(counts).reduce((sum, n) => sum + (n ?? 0), 0);
  const { share, without, exempt } = shareOf({ required, counts });
  return (
    <span className={styles.shares}>
      {t('share', { share })}
      {exempt > 0 && <small>{t('without', { share: without })}</small>}
    </span>
  );
}
