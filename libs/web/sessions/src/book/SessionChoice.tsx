import type { ListedSession } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useId } from 'react';
import { DateBoard } from '../components/DateBoard.js';
import { placesWords, placeWords, spanWords, trainerWords } from '../components/session-words.js';
import { bookTexts } from '../texts/book.js';
import styles from './book.module.css';

interface Props {
  sessions: readonly ListedSession[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** The coming sessions of a course: when, where, with whom, and how many places are left. */
export function SessionChoice({ sessions, chosen, onChoose }: Props) {
  const { t } = useTexts(bookTexts);
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{t('sessions')}</legend>
      {sessions.map((session) => (
        <label key={session.id} data-chosen={session.id === chosen || undefined}>
          <input type="radio" name={name} checked={session.id === chosen} onChange={() => onChoose(session.id)} />
          <DateBoard at={session.startsAt} />
          <span className={styles.when}>
            <b>{spanWords(session)}</b>
            <span>
              {[placeWords(session), trainerWords(session.trainers.map((trainer) => trainer.name))]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
          <span className={styles.places} data-full={session.free === 0 || undefined}>
            {placesWords(session)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
