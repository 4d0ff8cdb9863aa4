import type { BookingDoubt, PersonBooked, TrainingSession } from '@lms/contracts';
import { formatDay, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useBookPeople } from '../api/book-people.js';
import { sessionTexts } from '../texts/sessions.js';
import { isFull } from './session-words.js';
import styles from './sessions.module.css';

type Refusal = Exclude<PersonBooked['outcome'], 'booked' | 'waiting'>;

/** A place for oneself, or one on the waiting list, in one press. */
export function BookMyself({ session }: { session: TrainingSession }) {
  const { t } = useTexts(sessionTexts);
  const me = useMe();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const book = useBookPeople(session.id, ({ booked, waiting }) => {
    setKey(crypto.randomUUID());
    if (booked + waiting > 0) toast(t(booked > 0 ? 'booked.done' : 'booked.doneWaiting'));
  });
  const full = isFull(session);
  const press = (despite: BookingDoubt[]) => book.mutate({ key, personIds: [me.personId], despite });
  const [answer] = book.data?.items ?? [];
  const refused = answer && answer.outcome !== 'booked' && answer.outcome !== 'waiting' ? answer : null;
  const doubt = refused?.outcome === 'valid' || refused?.outcome === 'leave' ? refused.outcome : null;
  return (
    <>
      <p>{t(full ? 'one.waitText' : 'one.placeText')}</p>
      {book.error && <Notice tone="danger">{problemText(book.error)}</Notice>}
      {refused && <Notice>{refusedWords(t, refused.outcome as Refusal, refused.validUntil)}</Notice>}
      <div className={styles.actions}>
        {doubt ? (
          <Button variant="main" busy={book.isPending} onClick={() => press(['valid', 'leave'])}>
            {t('booked.despite')}
          </Button>
        ) : (
          <Button variant={full ? 'main' : 'here'} size="large" busy={book.isPending} onClick={() => press([])}>
            {t(full ? 'one.waitMyself' : 'one.bookMyself')}
          </Button>
        )}
      </div>
    </>
  );
}

const refusedWords = (
  t: ReturnType<typeof useTexts<(typeof sessionTexts)['tree']>>['t'],
  outcome: Refusal,
  validUntil: string | null,
): string =>
  outcome === 'valid' && validUntil
    ? t('booked.refused.validUntil', { day: formatDay(validUntil) })
    : t(`booked.refused.${outcome}`);
