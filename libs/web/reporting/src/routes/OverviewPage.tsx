import type { OverviewFilter } from '@lms/contracts';
import { formatCount, formatDay, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, FilterLinks, Page, PageHeader, SelectField, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { matrixChoicesQuery } from '../api/matrix.js';
import { overviewQuery } from '../api/overview.js';
import { GroupFigure } from '../overview/GroupFigure.js';
import { LearningFigures } from '../overview/LearningFigures.js';
import styles from '../overview/overview.module.css';
import { SpanFigures } from '../overview/SpanFigures.js';
import { overviewTexts } from '../texts/overview.js';

/** Totals of whomever the reader sees, as charts or as their tables. What narrows them down lives in the address. */
export function OverviewPage() {
  const { t, rich } = useTexts(overviewTexts);
  const [search, setSearch] = useSearchParams();
  const filter: OverviewFilter = {
    organisationId: search.get('organisationId') || undefined,
    schemeId: search.get('schemeId') || undefined,
  };
  const asTable = search.get('show') === 'tables';
  const { data: overview } = useQuery(overviewQuery(filter));
  const { data: choices } = useQuery(matrixChoicesQuery());
  usePageTitle(t('title'));
  const withValue = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  };
  if (!overview)
    return (
      <Page width="wide">
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={8} />
        </Skeleton>
      </Page>
    );
  const options = (some: readonly { id: string; name: string }[] = []) =>
    some.map(({ id, name }) => ({ value: id, label: name }));
  const shared = { asTable, filter };
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={rich('lead', {
          inOrder: <b>{t('inOrder', { inOrder: formatCount(overview.inOrder), count: overview.people })}</b>,
          day: formatDay(overview.today),
        })}
      />
      <div className={styles.filters}>
        <SelectField
          label={t('organisation')}
          none={t('any')}
          options={options(choices?.organisations)}
          value={filter.organisationId ?? ''}
          onChange={({ target }) => setSearch(withValue('organisationId', target.value), { preventScrollReset: true })}
        />
        <SelectField
          label={t('scheme')}
          none={t('any')}
          options={options(choices?.schemes)}
          value={filter.schemeId ?? ''}
          onChange={({ target }) => setSearch(withValue('schemeId', target.value), { preventScrollReset: true })}
        />
        <FilterLinks
          label={t('show.label')}
          links={(['charts', 'tables'] as const).map((show) => ({
            ...{ key: show, label: t(`show.${show}`), current: asTable === (show === 'tables') },
            to: { search: withValue('show', show === 'tables' ? show : '').toString() },
          }))}
        />
      </div>
      {overview.people === 0 ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <div className={styles.figures} data-tables={asTable || undefined}>
          <GroupFigure {...shared} by="byOrganisation" groups={overview.organisations} />
          <GroupFigure {...shared} by="byScheme" groups={overview.schemes} />
          <SpanFigures {...shared} overview={overview} />
          <LearningFigures {...shared} />
        </div>
      )}
    </Page>
  );
}
