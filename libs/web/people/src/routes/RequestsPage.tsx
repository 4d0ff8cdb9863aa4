import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { ExportMenu, FilterLinks, Icon, LinkButton, Page, PageHeader } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { requestsQuery, toDecideQuery } from '../api/requests.js';
import { AskedList } from '../requests/AskedList.js';
import { ToDecideList } from '../requests/ToDecideList.js';
import { useAddress } from '../shared/use-address.js';
import { requestTexts } from '../texts/requests.js';

/** What people asked others to learn, and what waits for the reader to decide. */
export function RequestsPage() {
  const { t } = useTexts(requestTexts);
  const address = useAddress();
  const me = useMe();
  const decides = can(me, 'assignments.decide') || me.hasReports;
  const shown = decides && address.read('show') !== 'asked' ? 'to-decide' : 'asked';
  const asked = useInfiniteQuery({ ...requestsQuery(), enabled: shown === 'asked' });
  const waiting = useInfiniteQuery({ ...toDecideQuery(), enabled: shown === 'to-decide' });
  const [first] = (shown === 'asked' ? asked : waiting).data?.pages[0]?.items ?? [];
  const exported = useListExport([{ list: shown === 'asked' ? 'requests' : 'decisions', filters: {} }]);
  usePageTitle(t('title'));
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            {first && <ExportMenu {...exported} />}
            <LinkButton to={paths.newRequest} variant="main">
              <Icon name="add" size={18} />
              {t('new')}
            </LinkButton>
          </>
        }
      />
      {decides && (
        <FilterLinks
          label={t('filter')}
          links={[
            { key: 'to-decide', to: address.to('show', null), label: t('toDecide'), current: shown === 'to-decide' },
            { key: 'asked', to: address.to('show', 'asked'), label: t('asked'), current: shown === 'asked' },
          ]}
        />
      )}
      {shown === 'to-decide' ? <ToDecideList /> : <AskedList />}
    </Page>
  );
}
