import { formatCount, formatDay, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, FilterLinks, LinkButton, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { crewTotalsQuery } from '../api/crew.js';
import styles from '../crew/crew.module.css';
import { CrewSign } from '../crew/CrewSign.js';
import { CrewView } from '../crew/CrewView.js';
import { useCrewAddress } from '../crew/use-crew-address.js';
import { WaitingRows } from '../crew/WaitingRows.js';
import { matrixLink } from '../overview/matrix-link.js';
import { useParts } from '../parts/parts.js';
import { crewTexts } from '../texts/crew.js';

const teams = ['direct', 'all'] as const;

/** A line manager's own place: who reports to them, what waits for them, and what they do on others' paths. */
export function TeamPage() {
  const { t, rich } = useTexts(crewTexts);
  const address = useCrewAddress();
  const { team } = address;
  const { Tasks } = useParts();
  const { data: totals } = useQuery(crewTotalsQuery({ team }));
  usePageTitle(t('teamTitle'));
  if (!totals)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={6} />
        </Skeleton>
      </Page>
    );
  return (
    <Page>
      <PageHeader
        title={t('teamTitle')}
        lead={
          totals.people > 0 &&
          rich('lead', {
            inOrder: <b>{t('inOrder', { inOrder: formatCount(totals.inOrder), count: totals.people })}</b>,
            day: formatDay(totals.today),
          })
        }
      />
      <div className={styles.which}>
        <FilterLinks
          label={t('who')}
          links={teams.map((each) => ({
            ...{ key: each, label: t(`team.${each}`), current: each === team },
            to: address.to('team', each === 'all' ? each : undefined),
          }))}
        />
      </div>
      {totals.people === 0 ? (
        <Empty level={2} title={t('emptyTeam')} text={t('emptyTeamText')} />
      ) : (
        <CrewSign {...{ totals, address }} />
      )}
      <WaitingRows />
      <Tasks today={totals.today} />
      {totals.people > 0 && (
        <>
          <nav aria-label={t('tools.label')} className={styles.tools}>
            <LinkButton to={matrixLink({ team })}>{t('tools.matrix')}</LinkButton>
          </nav>
          <CrewView key={team} whose={{ team }} {...{ totals, address }} />
        </>
      )}
      {totals.starting > 0 && <p className={styles.later}>{t('starting', { count: totals.starting })}</p>}
    </Page>
  );
}
