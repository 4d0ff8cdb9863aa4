import type { CardPerson } from '@lms/contracts';
import { formatDayOf, paths, useTexts } from '@lms/web-platform';
import { type Chosen, DataTable, Plate, type PlateLook } from '@lms/web-ui';
import { Link } from 'react-router';
import choosing from '../shared/choosing.module.css';
import { cardTexts } from '../texts/cards.js';
import styles from './cards.module.css';

const looks: Record<CardPerson['state'], PlateLook> = {
  none: 'outline',
  waiting: 'ink',
  expired: 'danger',
  own: 'soft',
};

/** People without a mailbox, how they get in, and a box to choose each. */
export function CardTable({ people, chosen }: { people: readonly CardPerson[]; chosen: Chosen<CardPerson> }) {
  const { t } = useTexts(cardTexts);
  return (
    <DataTable
      caption={t('caption')}
      rows={people}
      rowKey={(person) => person.personId}
      columns={[
        { key: 'person', head: t('person'), main: true, cell: (person) => <Who person={person} chosen={chosen} /> },
        { key: 'organisation', head: t('organisation'), cell: (person) => person.organisationName },
        { key: 'name', head: t('signInName'), cell: (person) => person.signInName },
        { key: 'state', head: t('stateHead'), cell: (person) => <State person={person} /> },
      ]}
    />
  );
}

function Who({ person, chosen }: { person: CardPerson; chosen: Chosen<CardPerson> }) {
  const { t } = useTexts(cardTexts);
  const checked = chosen.has(person.personId);
  return (
    <span className={choosing.who}>
      <input
        type="checkbox"
        aria-label={t('choose', { name: person.name })}
        checked={checked}
        disabled={person.holdsMore || (chosen.full && !checked)}
        onChange={(event) => chosen.put([person], event.target.checked)}
      />
      <span>
        <Link to={paths.person(person.personId)}>{person.name}</Link>
        {person.jobRole && <span className={styles.quiet}>{person.jobRole}</span>}
      </span>
    </span>
  );
}

function State({ person }: { person: CardPerson }) {
  const { t } = useTexts(cardTexts);
  const { state, expiresAt, issuedAt, issuedByName, holdsMore } = person;
  return (
    <span className={styles.state}>
      <Plate look={looks[state]}>{t(`state.${state}`)}</Plate>
      {expiresAt && (state === 'waiting' || state === 'expired') && (
        <span className={styles.quiet}>
          {t(state === 'waiting' ? 'until' : 'ended', { day: formatDayOf(expiresAt) })}
          {issuedAt && ` ${t('by', { day: formatDayOf(issuedAt), name: issuedByName ?? '' })}`}
        </span>
      )}
      {holdsMore && <span className={styles.quiet}>{t('holdsMore')}</span>}
    </span>
  );
}
