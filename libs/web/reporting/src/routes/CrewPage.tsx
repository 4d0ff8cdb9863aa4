import { can, formatCount, formatDay, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, FilterLinks, LinkButton, Page, PageHeader, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { crewOrganisationsQuery, crewTotalsQuery } from '../api/crew.js';
import styles from '../crew/crew.module.css';
import { CrewSign } from '../crew/CrewSign.js';
import { CrewView } from '../crew/CrewView.js';
import { shownOrganisations } from '../crew/shown-organisations.js';
import { useCrewAddress } from '../crew/use-crew-address.js';
import { matrixLink } from '../overview/matrix-link.js';
import { crewTexts } from '../texts/crew.js';

/** A coordinator's own place: their organisation and the tiers below it, never beside it. */
export function CrewPage() {
  const { t, rich } = useTexts(crewTexts);
  const me = useMe();
  const address = useCrewAddress();
  const { data: organisations } = useQuery(crewOrganisationsQuery());
  const items = organisations?.items ?? [];
  const organisationId = address.organisationId ?? items[0]?.id ?? '';
  const whose = { organisationId };
  const { data: totals } = useQuery({ ...crewTotalsQuery(whose), enabled: organisationId !== '' });
  const chosen = items.find(({ id }) => id === organisationId);
  const around = shownOrganisations(items, organisationId);
  const title = chosen?.name ?? t('title');
  usePageTitle(title);
  if (organisations && organisationId === '')
    return (
      <Page>
        <PageHeader title={t('title')} />
        <Empty level={2} title={t('noOrganisation')} text={t('noOrganisationText')} />
      </Page>
    );
  if (!totals || !organisations)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={6} />
        </Skeleton>
      </Page>
    );
  // A coordinator alone has no crew yet.
  const few = totals.people <= 1;
  const bringIn = can(me, 'imports.write') && (
    <LinkButton to={paths.newImport('people')} variant={few ? 'main' : undefined}>
      {t('tools.import')}
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader
        title={title}
        lead={
          !few &&
          rich('lead', {
            inOrder: <b>{t('inOrder', { inOrder: formatCount(totals.inOrder), count: totals.people })}</b>,
            day: formatDay(totals.today),
          })
        }
      />
      {around.length > 1 && (
        <div className={styles.which}>
          <FilterLinks
            label={t('which')}
            links={around.map(({ id, name }, n) => ({
              ...{ key: id, to: paths.crew(id), current: id === organisationId },
              label: (around[n + 1]?.depth ?? 0) > (around[n]?.depth ?? 0) ? t('withBelow', { name }) : name,
            }))}
          />
        </div>
      )}
      {few ? (
        <Empty
          level={2}
          title={t('empty')}
          text={t('emptyText')}
          action={
            <>
              {bringIn}
              {can(me, 'people.write') && <LinkButton to={paths.newPerson}>{t('tools.add')}</LinkButton>}
            </>
          }
        />
      ) : (
        <>
          <CrewSign {...{ totals, address }} />
          <nav aria-label={t('tools.label')} className={styles.tools}>
            {bringIn}
            {can(me, 'cards.write') && (
              <>
                <LinkButton to={`${paths.signInCards()}?organisationId=${organisationId}`}>
                  {t('tools.cards')}
                </LinkButton>
                <LinkButton to={paths.sendEvidence}>{t('tools.evidence')}</LinkButton>
              </>
            )}
            <LinkButton to={matrixLink({ organisationId })}>{t('tools.matrix')}</LinkButton>
          </nav>
        </>
      )}
      {totals.people > 0 && <CrewView key={organisationId} {...{ whose, totals, address }} />}
      {totals.starting > 0 && (
        <p className={styles.later}>
          <Link to={`${paths.people}?status=planned`}>{t('starting', { count: totals.starting })}</Link>
        </p>
      )}
    </Page>
  );
}
