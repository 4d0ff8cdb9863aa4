import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { ExportMenu, FilterLinks, Page, PageHeader } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { duplicatesQuery, mergesQuery } from '../api/merges.js';
import { DuplicateList } from '../merges/DuplicateList.js';
import { MergedList } from '../merges/MergedList.js';
import { useAddress } from '../shared/use-address.js';
import { mergeTexts } from '../texts/merges.js';

/** People who may have been entered twice, and those who were and are one now. */
export function DuplicatesPage() {
  const { t } = useTexts(mergeTexts);
  const address = useAddress();
  const merged = address.read('show') === 'merged';
  const done = useInfiniteQuery({ ...mergesQuery(), enabled: merged });
  const alike = useInfiniteQuery({ ...duplicatesQuery(), enabled: !merged });
  const [first] = (merged ? done : alike).data?.pages[0]?.items ?? [];
  const exported = useListExport([{ list: merged ? 'merges' : 'duplicates', filters: {} }]);
  usePageTitle(t('title'));
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.people}>{t('people')}</Link>}
        aside={first && <ExportMenu {...exported} />}
      />
      <FilterLinks
        label={t('filter')}
        links={[
          { key: 'alike', to: address.to('show', null), label: t('alike'), current: !merged },
          { key: 'merged', to: address.to('show', 'merged'), label: t('merged'), current: merged },
        ]}
      />
      {merged ? <MergedList /> : <DuplicateList />}
    </Page>
  );
}
