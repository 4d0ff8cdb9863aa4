import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, Icon, Page, PageHeader, SearchField } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { schemesQuery } from '../api/schemes.js';
import { SchemeForm } from '../schemes/SchemeForm.js';
import { SchemeTable } from '../schemes/SchemeTable.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { useAddress } from '../shared/use-address.js';
import { useDialog } from '../shared/use-dialog.js';
import { schemeTexts } from '../texts/schemes.js';

/** The works on which people are engaged. */
export function SchemesPage() {
  const { t } = useTexts(schemeTexts);
  const writes = can(useMe(), 'organisations.write');
  const address = useAddress();
  const dialog = useDialog();
  const q = address.read('q');
  const list = useInfiniteQuery(schemesQuery(q));
  const exported = useListExport([{ list: 'schemes', filters: { q } }]);
  usePageTitle(t('title'));
  if (!list.data) return <ListSkeleton />;

  const schemes = list.data.pages.flatMap((page) => page.items);
  const edited = schemes.find(({ id }) => id === dialog.subject);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.organisations}>{t('back')}</Link>}
        aside={
          <>
            <SearchField
              label={t('search')}
              value={q ?? ''}
              onSearch={(text) => address.write('q', text, { replace: true })}
            />
            {schemes.length > 0 && <ExportMenu {...exported} />}
            {writes && (
              <Button variant="main" onClick={() => dialog.open('new')}>
                <Icon name="add" size={18} />
                {t('add')}
              </Button>
            )}
          </>
        }
      />
      {schemes.length > 0 ? (
        <SchemeTable schemes={schemes} onEdit={writes ? (id) => dialog.open('edit', id) : undefined} />
      ) : q ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <Empty level={2} title={t('empty')} text={t('emptyText')} />
      )}
      <MoreButton list={list} />
      {writes && dialog.kind === 'new' && <SchemeForm scheme={null} onClose={dialog.close} />}
      {writes && dialog.kind === 'edit' && edited && (
        <SchemeForm key={edited.id} scheme={edited} onClose={dialog.close} />
      )}
    </Page>
  );
}
