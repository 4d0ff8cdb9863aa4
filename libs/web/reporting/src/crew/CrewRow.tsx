import type { CrewPerson } from '@lms/contracts';
import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Hidden, Icon, LinkButton, StandingMark } from '@lms/web-ui';
import { Link, useLocation } from 'react-router';
import type { Bookings } from '../parts/parts.js';
import { SelectBox } from '../selection/SelectBox.js';
import type { Selection } from '../selection/use-selection.js';
import { crewTexts } from '../texts/crew.js';
import { BookedLine } from './BookedLine.js';
import { CrewActions } from './CrewActions.js';
import styles from './crew.module.css';
import { nextWords } from './next-words.js';

interface Props {
  person: CrewPerson;
  today: string;
  /** Which needs not be said. */
  organisationId: string | undefined;
  /** Undefined where nothing can be done with several. */
  selection: Selection | undefined;
  bookings: Bookings;
}

/** One person: who, what is owed next, what waits, and what can be done. */
export function CrewRow({ person, today, organisationId, selection, bookings }: Props) {
  const { t } = useTexts(crewTexts);
  const me = useMe();
  const { pathname, search } = useLocation();
  const { personId, next, late, waiting, access } = person;
  const booking = bookings.of(personId, next?.courseId) ?? bookings.of(personId);
  // Whatever is owed next and is taught in a session soon is one press away.
  const bookable =
    can(me, 'assignments.write') && next && booking?.courseId !== next.courseId && bookings.teaches(next.courseId)
      ? next.courseId
      : null;
  return (
    <li className={styles.row}>
      {selection && <SelectBox {...{ row: person, selection }} />}
      <div className={styles.who}>
        <h3>
          <Link to={paths.personRecord(personId)}>{person.name}</Link>
        </h3>
        <p>
          {person.organisationId === organisationId ? person.jobRole : `${person.jobRole}, ${person.organisationName}`}
        </p>
      </div>
      <div className={styles.state}>
        <p data-standing={next && late > 0 ? next.standing : undefined}>
          <StandingMark standing={next?.standing ?? 'valid'} />
          <span>
            {nextWords(t, next, today)}
            {late > 1 && <small> {t('moreLate', { count: late - 1 })}</small>}
          </span>
        </p>
        {booking && <BookedLine booking={booking} />}
        {bookable && (
          <p>
            <LinkButton
              size="small"
              to={paths.bookSession({ people: personId, course: bookable })}
              state={{ from: pathname + search }}
            >
              {t('act.book')}
              <Hidden> {t('act.for', { name: person.name })}</Hidden>
            </LinkButton>
          </p>
        )}
        {waiting > 0 && (
          <p>
            <Icon name="evidence" size={18} />
            {t('checking', { count: waiting })}
          </p>
        )}
        {access !== 'own' && (
          <p>
            <Icon name={access === 'asked' ? 'outbox' : 'key'} size={18} />
            {t(`access.${access}`)}
          </p>
        )}
      </div>
      <div className={styles.act}>
        <CrewActions person={person} />
      </div>
    </li>
  );
}
