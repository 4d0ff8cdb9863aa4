import { useTexts } from '@lms/web-platform';
import { Notice } from '@lms/web-ui';
import { PersonFinder } from '../components/PersonFinder.js';
import { bookTexts } from '../texts/book.js';
import styles from './book.module.css';
import { type BookAddress, MOST_BOOKED } from './use-book-address.js';

/** For whom; where nobody is chosen yet it is asked first. */
export function BookPeople({ address: { people, tooMany, choosePeople } }: { address: BookAddress }) {
  const { t } = useTexts(bookTexts);
  const finder = (
    <PersonFinder here={new Set(people)} hereText={t('here')} onChoose={({ id }) => choosePeople([...people, id])} />
  );
  if (people.length === 0) return finder;
  return (
    <>
      {tooMany && <Notice>{t('most', { count: MOST_BOOKED })}</Notice>}
      <details className={styles.add}>
        <summary>{t('addPeople')}</summary>
        {finder}
      </details>
    </>
  );
}
