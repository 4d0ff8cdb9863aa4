import type { BookingDoubt, ListedSession, PeopleBooked } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBookPeople } from '../api/book-people.js';
import { bookingPreviewQuery } from '../api/preview-bookings.js';
import { bookTexts } from '../texts/book.js';
import styles from './book.module.css';
import { Outcomes } from './Outcomes.js';
import { submitWords } from './submit-words.js';

const DOUBTS = ['valid', 'leave'] as const satisfies readonly BookingDoubt[];

interface Props {
  session: Pick<ListedSession, 'id'>;
  people: readonly string[];
  onBooked: (booked: PeopleBooked) => void;
}

/** What would become of each, with names and numbers, before anybody is booked; and booking them. */
export function BookPreview({ session, people, onBooked }: Props) {
  const { t } = useTexts(bookTexts);
  const [despite, setDespite] = useState<readonly BookingDoubt[]>([]);
  // Sent again it is the same; for other people or with other wishes it is another one.
  const [sent, setSent] = useState({ of: '', key: '' });
  const preview = useQuery(bookingPreviewQuery(session.id, people, despite));
  const book = useBookPeople(session.id, onBooked);
  const { data } = preview;
  const doubtful = DOUBTS.filter(
    (doubt) => despite.includes(doubt) || data?.items.some(({ outcome }) => outcome === doubt),
  );
  const send = () => {
    const of = JSON.stringify([people, despite]);
    const key = sent.of === of ? sent.key : crypto.randomUUID();
    setSent({ of, key });
    book.mutate({ key, personIds: [...people], despite: [...despite] });
  };
  if (!data)
    return preview.error ? (
      <Notice tone="danger">{problemText(preview.error)}</Notice>
    ) : (
      <Skeleton label={t('looking')}>
        <SkeletonRows rows={2} />
      </Skeleton>
    );
  const count = data.booked + data.waiting;
  return (
    <Section title={t('preview')}>
      <div
        className={styles.previewed}
        data-old={preview.isPlaceholderData || undefined}
        aria-busy={preview.isPlaceholderData}
        aria-live="polite"
      >
        <Outcomes people={data.items} />
        {doubtful.map((doubt) => (
          <label key={doubt} className={styles.despite}>
            <input
              type="checkbox"
              checked={despite.includes(doubt)}
              onChange={({ target }) =>
                setDespite(target.checked ? [...despite, doubt] : despite.filter((each) => each !== doubt))
              }
            />
            {t(`despite.${doubt}`)}
          </label>
        ))}
      </div>
      {book.error && <Notice tone="danger">{problemText(book.error)}</Notice>}
      {count > 0 ? (
        <div className={styles.act}>
          <Button variant="here" size="large" busy={book.isPending || preview.isPlaceholderData} onClick={send}>
            {submitWords(t, data)}
          </Button>
          <small>{t('told')}</small>
        </div>
      ) : (
        <p>{t('submit.nobody')}</p>
      )}
    </Section>
  );
}
