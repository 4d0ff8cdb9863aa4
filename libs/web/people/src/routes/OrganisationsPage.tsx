import { named, pruned, treeOf } from '@lms/domain';
import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FilterLinks,
  Icon,
  LinkButton,
  Page,
  PageHeader,
  SearchField,
  Section,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { organisationsQuery } from '../api/organisations.js';
import { OrganisationForm } from '../organisations/OrganisationForm.js';
import styles from '../organisations/organisations.module.css';
import { OrganisationTree } from '../organisations/OrganisationTree.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { useAddress } from '../shared/use-address.js';
import { useDialog } from '../shared/use-dialog.js';
import { kinds, oneOf } from '../shared/words.js';
import { organisationTexts } from '../texts/organisations.js';

/** The Alliance and its supply chain. */
export function OrganisationsPage() {
  const { t } = useTexts(organisationTexts);
  const me = useMe();
  const writes = can(me, 'organisations.write');
  const address = useAddress();
  const dialog = useDialog();
  const kind = oneOf(kinds, address.read('kind'));
  const q = address.read('q') ?? '';
  const { data: all } = useQuery(organisationsQuery());
  const exported = useListExport([{ list: 'organisations', filters: { q, kind } }]);
  usePageTitle(t('title'));
  if (!all) return <ListSkeleton />;

  const shown = kinds
    .filter((other) => !kind || kind === other)
    .map((other) => ({ kind: other, nodes: pruned(treeOf(all.filter((o) => o.kind === other)), named(q)) }))
    .filter(({ nodes }) => nodes.length > 0);
  const edited = all.find(({ id }) => id === dialog.subject);
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            <LinkButton to={paths.schemes}>{t('schemes')}</LinkButton>
            {shown.length > 0 && can(me, 'people.read') && <ExportMenu {...exported} />}
            {writes && (
              <>
                <Button onClick={() => dialog.open('new')}>
                  <Icon name="add" size={18} />
                  {t('add')}
                </Button>
                <LinkButton variant="main" to={paths.inviteSupplier}>
                  {t('invite')}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className={styles.tools}>
        <FilterLinks
          label={t('filter')}
          links={[
            { key: 'all', to: address.to('kind', null), label: t('all'), count: all.length, current: !kind },
            ...kinds.map((other) => ({
              key: other,
              to: address.to('kind', other),
              label: t(`kinds.${other}`),
              count: all.filter((organisation) => organisation.kind === other).length,
              current: kind === other,
            })),
          ]}
        />
        <SearchField label={t('search')} value={q} onSearch={(text) => address.write('q', text, { replace: true })} />
      </div>
      {shown.map((part) => (
        <Section key={part.kind} title={t(`kinds.${part.kind}`)}>
          {(heading) => (
            <OrganisationTree
              nodes={part.nodes}
              labelledBy={heading}
              onEdit={writes ? (id) => dialog.open('edit', id) : undefined}
            />
          )}
        </Section>
      ))}
      {shown.length === 0 &&
        (all.length > 0 ? (
          <Empty level={2} title={t('none')} text={t('noneText')} />
        ) : (
          <Empty level={2} title={t('empty')} text={t('emptyText')} />
        ))}
      {writes && dialog.kind === 'new' && <OrganisationForm organisation={null} onClose={dialog.close} />}
      {writes && dialog.kind === 'edit' && edited && (
        <OrganisationForm key={edited.id} organisation={edited} onClose={dialog.close} />
      )}
    </Page>
  );
}
