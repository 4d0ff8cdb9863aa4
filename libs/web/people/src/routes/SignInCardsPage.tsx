import type { CardPerson, CardState, SignInCards } from '@lms/contracts';
import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, ExportMenu, Page, PageHeader, SearchField, useChosen } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { type CardFilter, cardPeopleQuery } from '../api/sign-in-cards.js';
import { CardFilters } from '../cards/CardFilters.js';
import { CardSheet } from '../cards/CardSheet.js';
import { CardTable } from '../cards/CardTable.js';
import { MakeCardsDialog } from '../cards/MakeCardsDialog.js';
import choosing from '../shared/choosing.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { useAddress } from '../shared/use-address.js';
import { oneOf } from '../shared/words.js';
import { cardTexts } from '../texts/cards.js';

/** As many cards as are made at once. */
const mostAtOnce = 60;
const states: readonly CardState[] = ['none', 'waiting', 'expired', 'own'];

/** Lets people in who have no e-mail address: choose them, make their cards, print. */
export function SignInCardsPage() {
  const { t } = useTexts(cardTexts);
  const address = useAddress();
  const chosen = useChosen<CardPerson>({
    keyOf: ({ personId }) => personId,
    may: ({ holdsMore }) => !holdsMore,
    most: mostAtOnce,
  });
  const [asking, setAsking] = useState(false);
  const [made, setMade] = useState<SignInCards | null>(null);
  const filter: CardFilter = {
    q: address.read('q'),
    organisationId: address.read('organisationId'),
    state: oneOf(states, address.read('state')),
    people: address.read('person'),
  };
  const list = useInfiniteQuery(cardPeopleQuery(filter));
  const exported = useListExport([{ list: 'cards', filters: { ...filter } }]);
  usePageTitle(t('title'));
  // Whoever comes with people in hand has chosen already.
  const given = useRef<string | undefined>(undefined);
  const shown = list.data?.pages[0]?.items;
  useEffect(() => {
    if (!shown || !filter.people || given.current === filter.people) return;
    given.current = filter.people;
    chosen.put(shown, true);
  }, [shown, filter.people, chosen]);
  if (made) return <CardSheet made={made} onDone={() => setMade(null)} />;
  if (!list.data) return <ListSkeleton />;

  const people = list.data.pages.flatMap((page) => page.items);
  const free = people.filter((person) => !person.holdsMore);
  const allChosen = free.length > 0 && free.every(({ personId }) => chosen.has(personId));
  return (
    <Page width="wide">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.people}>{t('people')}</Link>}
        aside={
          <>
            <SearchField
              label={t('search')}
              value={filter.q ?? ''}
              onSearch={(q) => address.write('q', q, { replace: true })}
            />
            {people.length > 0 && <ExportMenu {...exported} />}
          </>
        }
      />
      <CardFilters filter={filter} address={address} states={states} />
      {people.length === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      {people.length > 0 && (
        <>
          <label className={choosing.all}>
            <input type="checkbox" checked={allChosen} onChange={(event) => chosen.put(free, event.target.checked)} />
            {t('chooseAll')}
          </label>
          <CardTable people={people} chosen={chosen} />
        </>
      )}
      <MoreButton list={list} />
      {chosen.rows.length > 0 && (
        <div className={choosing.bar}>
          <span role="status">
            {t('chosen', { count: chosen.rows.length })} {chosen.full && t('most')}
          </span>
          <Button variant="main" onClick={() => setAsking(true)}>
            {t('make', { count: chosen.rows.length })}
          </Button>
        </div>
      )}
      {asking && (
        <MakeCardsDialog
          people={chosen.rows}
          onClose={() => setAsking(false)}
          onMade={(cards) => {
            setAsking(false);
            chosen.clear();
            setMade(cards);
          }}
        />
      )}
    </Page>
  );
}
