import type { PersonItem } from '@lms/contracts';
import { can, paths, useListExport, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, Icon, LinkButton, Page, PageHeader, SearchField, useChosen } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { peopleQuery, type PeopleFilter } from '../api/people.js';
import styles from '../list/list.module.css';
import { PeopleFilters } from '../list/PeopleFilters.js';
import { PeopleTable } from '../list/PeopleTable.js';
import choosing from '../shared/choosing.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { useAddress } from '../shared/use-address.js';
import { groups, oneOf, speakers, statuses } from '../shared/words.js';
import { listTexts } from '../texts/list.js';
import { togetherTexts } from '../texts/together.js';
import { ChosenPeople } from '../together/ChosenPeople.js';

/** As many as are changed at once. */
const mostAtOnce = 500;

/** Everybody whom the reader may see. Search and filters live in the address. */
export function PeoplePage() {
  const { t } = useTexts(listTexts);
  const { t: together } = useTexts(togetherTexts);
  const me = useMe();
  const chosen = useChosen<PersonItem>({ keyOf: ({ id }) => id, most: mostAtOnce });
  const address = useAddress();
  const filter: PeopleFilter = {
    q: address.read('q'),
    organisationId: address.read('organisationId'),
    schemeId: address.read('schemeId'),
    jobRole: address.read('jobRole'),
    group: oneOf(groups, address.read('group')),
    status: oneOf(statuses, address.read('status')),
    speaker: oneOf(speakers, address.read('speaker')),
  };
  const list = useInfiniteQuery(peopleQuery(filter));
  const exported = useListExport([{ list: 'people', filters: { ...filter } }]);
  usePageTitle(t('title'));
  if (!list.data) return <ListSkeleton />;

  const people = list.data.pages.flatMap((page) => page.items);
  const filtered = Object.values(filter).some(Boolean);
  const bringIn = can(me, 'imports.write') && <LinkButton to={paths.newImport('people')}>{t('bringIn')}</LinkButton>;
  const cards = can(me, 'cards.write') && <LinkButton to={paths.signInCards()}>{t('cards')}</LinkButton>;
  const writes = can(me, 'people.write');
  const add = writes && (
    <>
      <LinkButton to={paths.duplicates}>{t('duplicates')}</LinkButton>
      <LinkButton to={paths.newPerson} variant="main">
        <Icon name="add" size={18} />
        {t('add')}
      </LinkButton>
    </>
  );
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        aside={
          <>
            <SearchField
              label={t('search')}
              value={filter.q ?? ''}
              onSearch={(q) => address.write('q', q, { replace: true })}
            />
            {cards}
            {people.length > 0 && can(me, 'people.read') && <ExportMenu {...exported} />}
            {bringIn}
            {add}
          </>
        }
      />
      <PeopleFilters filter={filter} address={address} />
      {people.length > 0 || filtered ? (
        <div className={styles.count}>
          <span role="status">
            {list.hasNextPage
              ? t('shownMore', { count: people.length })
              : people.length > 0 && t('shown', { count: people.length })}
          </span>
          {filtered && (
            <Button size="small" variant="quiet" onClick={address.clear}>
              {t('clear')}
            </Button>
          )}
        </div>
      ) : null}
      {people.length > 0 ? (
        <>
          {writes && (
            <label className={choosing.all}>
              <input
                type="checkbox"
                checked={people.every(({ id }) => chosen.has(id))}
                onChange={(event) => chosen.put(people, event.target.checked)}
              />
              {together('chooseAll')}
            </label>
          )}
          <PeopleTable people={people} today={me.today} chosen={writes ? chosen : undefined} />
        </>
      ) : filtered ? (
        <Empty level={2} title={t('none')} text={t('noneText')} />
      ) : (
        <Empty level={2} title={t('empty')} text={t('emptyText')} />
      )}
      <MoreButton list={list} />
      {chosen.rows.length > 0 && <ChosenPeople chosen={chosen} />}
    </Page>
  );
}
