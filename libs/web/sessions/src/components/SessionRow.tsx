import type { ListedSession } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Plate, Row } from '@lms/web-ui';
import { Link } from 'react-router';
import { sessionTexts } from '../texts/sessions.js';
import { DateBoard } from './DateBoard.js';
import { hasBegun, placesWords, placeWords, spanWords, trainerWords } from './session-words.js';
import styles from './sessions.module.css';
import { useNow } from './use-now.js';

/** A session in a list: what, when, where, with whom, and whether there is room. */
export function SessionRow({ session }: { session: ListedSession }) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const { state, mine } = session;
  const where = [placeWords(session), trainerWords(session.trainers.map(({ name }) => name))].filter(Boolean);
  return (
    <Row
      mark={<DateBoard at={session.startsAt} quiet={state !== 'planned'} />}
      title={
        <Link className={styles.title} to={paths.session(session.id)}>
          {session.courseTitle}
        </Link>
      }
      detail={
        <>
          <p>{spanWords(session)}</p>
          <p>{where.join(', ')}</p>
          <p className={styles.facts}>
            <span>{t(`form.${session.form}`)}</span>
            {state === 'planned' && hasBegun(session, now) ? (
              <span>{t('begun')}</span>
            ) : state === 'planned' ? (
              <span data-full={session.free === 0 || undefined}>{placesWords(session)}</span>
            ) : (
              <span>{t('bookedCount', { count: session.booked })}</span>
            )}
          </p>
        </>
      }
      action={
        state !== 'planned' ? (
          <Plate look={state === 'held' ? 'ink' : 'danger'}>{t(`state.${state}`)}</Plate>
        ) : (
          mine && (
            <Plate look="soft">
              {mine.state === 'booked' ? t('mine.booked') : t('mine.waiting', { turn: mine.turn ?? 1 })}
            </Plate>
          )
        )
      }
    />
  );
}
