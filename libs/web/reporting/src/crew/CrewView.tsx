import type { CrewTotals } from '@lms/contracts';
import { can, useListExport, useMe, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  ExportMenu,
  FilterLinks,
  FormActions,
  LinkButton,
  SearchField,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { crewQuery, type Whose } from '../api/crew.js';
import { useParts } from '../parts/parts.js';
import { SelectionBar } from '../selection/SelectionBar.js';
import { useSelection } from '../selection/use-selection.js';
import { crewTexts } from '../texts/crew.js';
import { BookSelected } from './BookSelected.js';
import styles from './crew.module.css';
import { CrewList } from './CrewList.js';
import { type CrewAddress, shows } from './use-crew-address.js';

interface Props {
  whose: Whose;
  totals: CrewTotals;
  address: CrewAddress;
}

/** Everybody of a crew or a team, narrowed down by what is to be done, and done with several at once. */
export function CrewView({ whose, totals, address }: Props) {
  const { t } = useTexts(crewTexts);
  const me = useMe();
  const { InvitePeople, useBookings } = useParts();
  const { filter } = address;
  const list = useInfiniteQuery(crewQuery(whose, filter));
  const exported = useListExport([{ list: whose.organisationId ? 'crew' : 'team', filters: { ...whose, ...filter } }]);
  const { selection, add, clear } = useSelection();
  const [inviting, setInviting] = useState(false);
  const asks = can(me, 'assignments.write');
  const people = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const bookings = useBookings(can(me, 'record.read') ? people.map(({ personId }) => personId) : []);
  const counts = { late: totals.late, soon: totals.soon, waiting: totals.waiting, outside: totals.outside };
  const chosen = selection.people;
  return (
    <>
      <div className={styles.narrow}>
        <FilterLinks
          label={t('show.label')}
          links={[
            {
              key: 'all',
              to: address.to('show', undefined),
              label: t('show.all'),
              count: totals.people,
              current: !filter.show,
            },
            ...shows
              .filter((show) => counts[show] > 0 || filter.show === show)
              .map((show) => ({
                ...{ key: show, to: address.to('show', show), label: t(`show.${show}`), count: counts[show] },
                current: filter.show === show,
              })),
          ]}
        />
        <div className={styles.find}>
          <SearchField label={t('search')} value={filter.q ?? ''} onSearch={address.search} />
          {people.length > 0 && <ExportMenu {...exported} />}
        </div>
      </div>
      {!list.data ? (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={5} />
        </Skeleton>
      ) : people.length === 0 ? (
        <Empty
          level={2}
          title={t('none')}
          text={t('noneText')}
          action={<LinkButton to={{ search: address.bare }}>{t('clear')}</LinkButton>}
        />
      ) : (
        <>
          {asks && people.length > 1 && (
            <Button size="small" variant="quiet" onClick={() => add(people)}>
              {t('chooseAll')}
            </Button>
          )}
          <CrewList
            {...{ people, bookings, today: totals.today, organisationId: whose.organisationId }}
            selection={asks ? selection : undefined}
          />
        </>
      )}
      {list.hasNextPage && (
        <FormActions>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </FormActions>
      )}
      {asks && chosen.length > 0 && (
        <SelectionBar selection={selection} course={undefined} onClear={clear}>
          <BookSelected {...{ selection, people, teaches: bookings.teaches }} />
          {can(me, 'cards.write') && (
            <Button size="small" onClick={() => setInviting(true)}>
              {t('letIn')}
            </Button>
          )}
        </SelectionBar>
      )}
      {inviting && (
        <InvitePeople
          personIds={chosen.map(({ personId }) => personId)}
          onClose={() => setInviting(false)}
          onDone={() => {
            setInviting(false);
            clear();
          }}
        />
      )}
    </>
  );
}
