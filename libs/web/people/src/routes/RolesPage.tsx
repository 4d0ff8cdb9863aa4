import type { GrantItem, GrantQuery } from '@lms/contracts';
import { can, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, Page, PageHeader, SearchField, useChosen } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type GrantFilter, grantsQuery } from '../api/grants.js';
import { groupGrants } from '../roles/group-grants.js';
import { ReviewDialog } from '../roles/ReviewDialog.js';
import { RoleFilters } from '../roles/RoleFilters.js';
import styles from '../roles/roles.module.css';
import { RoleTable } from '../roles/RoleTable.js';
import choosing from '../shared/choosing.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { useAddress } from '../shared/use-address.js';
import { oneOf, roles } from '../shared/words.js';
import { commonTexts } from '../texts/common.js';
import { rolesTexts } from '../texts/roles.js';

const mostAtOnce = 100;
const shows = ['live', 'ends-soon', 'unused', 'over'] as const satisfies readonly GrantQuery['show'][];
const orders = ['role', 'person', 'organisation'] as const satisfies readonly GrantQuery['by'][];

/** Who may do what, reviewed in one place: several roles are renewed or withdrawn at once. */
export function RolesPage() {
  const { t } = useTexts(rolesTexts);
  const { t: common } = useTexts(commonTexts);
  const me = useMe();
  const address = useAddress();
  const chosen = useChosen<GrantItem>({
    keyOf: ({ id }) => id,
    may: ({ status }) => status !== 'over',
    most: mostAtOnce,
  });
  const [act, setAct] = useState<'renew' | 'withdraw' | null>(null);
  const filter: GrantFilter = {
    show: oneOf(shows, address.read('show')) ?? 'live',
    by: oneOf(orders, address.read('by')) ?? 'role',
    role: oneOf(roles, address.read('role')),
    organisationId: address.read('organisationId'),
    q: address.read('q'),
  };
  const list = useInfiniteQuery(grantsQuery(filter));
  const exported = useListExport([
    {
      list: 'roles',
      filters: { ...filter, show: address.read('show') && filter.show, by: address.read('by') && filter.by },
    },
  ]);
  usePageTitle(t('title'));
  const first = list.data?.pages[0];
  if (!list.data || !first) return <ListSkeleton />;

  const grants = list.data.pages.flatMap((page) => page.items);
  const writes = can(me, 'grants.write');
  const nameOf = (key: string): string => {
    if (filter.by === 'role') return common(`role.${oneOf(roles, key) ?? 'author'}`);
    return key || t('alliance');
  };
  const able = grants.filter(({ status }) => status !== 'over');
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        aside={
          <>
            <SearchField
              label={t('search')}
              value={filter.q ?? ''}
              onSearch={(q) => address.write('q', q, { replace: true })}
            />
            {grants.length > 0 && <ExportMenu {...exported} />}
          </>
        }
      />
      <RoleFilters filter={filter} counts={first.counts} address={address} picks={can(me, 'people.read')} />
      {grants.length === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      {writes && able.length > 0 && (
        <label className={choosing.all}>
          <input
            type="checkbox"
            checked={able.every(({ id }) => chosen.has(id))}
            onChange={(event) => chosen.put(able, event.target.checked)}
          />
          {t('chooseAll')}
        </label>
      )}
      {groupGrants(grants, filter.by).map((group) => (
        <section key={group.key}>
          {filter.by !== 'person' && <h2 className={styles.group}>{nameOf(group.key)}</h2>}
          <RoleTable
            caption={filter.by === 'person' ? t('caption') : t('captionOf', { group: nameOf(group.key) })}
            grants={group.grants}
            chosen={writes ? chosen : undefined}
            opens={can(me, 'people.read')}
          />
        </section>
      ))}
      <MoreButton list={list} />
      {chosen.rows.length > 0 && (
        <div className={choosing.bar}>
          <span role="status">
            {t('chosen', { count: chosen.rows.length })} {chosen.full && t('most')}
          </span>
          <span className={styles.acts}>
            <Button onClick={() => setAct('renew')}>{t('renew')}</Button>
            <Button variant="danger" onClick={() => setAct('withdraw')}>
              {t('withdraw')}
            </Button>
          </span>
        </div>
      )}
      {act && (
        <ReviewDialog
          act={act}
          grants={chosen.rows}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            chosen.clear();
          }}
        />
      )}
    </Page>
  );
}
