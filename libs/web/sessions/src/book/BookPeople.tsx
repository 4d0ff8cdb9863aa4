import { useTexts } from '@lms/web-platform';
import { IconButton, Notice } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { bookingPreviewQuery } from '../api/preview-bookings.js';
import finder from '../components/finder.module.css';
import { PersonFinder } from '../components/PersonFinder.js';
import { bookTexts } from '../texts/book.js';
import styles from './book.module.css';
import { type BookAddress, MOST_BOOKED } from './use-book-address.js';

interface Props {
  address: BookAddress;
  /** The session that is looked at: its preview knows the names. */
  sessionId: string | undefined;
}

/** For whom; where nobody is chosen yet it is asked first. */
export function BookPeople({ address: { people, tooMany, choosePeople }, sessionId }: Props) {
  const { t } = useTexts(bookTexts);
  const { data } = useQuery({
    ...bookingPreviewQuery(sessionId ?? '', people, []),
    enabled: Boolean(sessionId) && people.length > 0,
  });
  const find = (
    <PersonFinder here={new Set(people)} hereText={t('here')} onChoose={({ id }) => choosePeople([...people, id])} />
  );
  if (people.length === 0) return find;
  return (
    <>
      {tooMany && <Notice>{t('most', { count: MOST_BOOKED })}</Notice>}
      <details className={styles.add}>
        <summary>{t('changePeople')}</summary>
        {data && (
          <ul className={finder.chosen} aria-label={t('people')}>
            {data.items.map(({ personId, name }) => (
              <li key={personId}>
                {name}
                <IconButton
                  icon="close"
                  label={t('leaveOut', { name })}
                  onClick={() => choosePeople(people.filter((id) => id !== personId))}
                />
              </li>
            ))}
          </ul>
        )}
        {find}
      </details>
    </>
  );
}
