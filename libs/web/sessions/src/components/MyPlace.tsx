import type { TrainingSession } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Icon, LinkButton } from '@lms/web-ui';
import { sessionTexts } from '../texts/sessions.js';
import { BookMyself } from './BookMyself.js';
import { CalendarLink } from './CalendarLink.js';
import { isCheckInOpen } from './check-in-open.js';
import { GiveUp } from './GiveUp.js';
import styles from './sessions.module.css';
import { useNow } from './use-now.js';

/** How one stands oneself, and what can be done about it. */
export function MyPlace({ session }: { session: TrainingSession }) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const { mine, may, state } = session;
  if (state !== 'planned') return null;
  const begun = Date.parse(session.startsAt) <= now;
  if (mine) {
    const waiting = mine.state === 'waiting';
    return (
      <section className={styles.board} aria-labelledby="my-place">
        <h2 id="my-place">
          <Icon name={waiting ? 'clock' : 'tick'} size={22} />
          {waiting ? t('mine.waiting', { turn: mine.turn ?? 1 }) : t('mine.booked')}
        </h2>
        {waiting && <p>{t('one.waitText')}</p>}
        <div className={styles.actions}>
          {!waiting && isCheckInOpen(session.checkIn, now) && (
            <LinkButton variant="here" size="large" to={`${paths.checkIn}?session=${session.id}`}>
              {t('checkIn')}
            </LinkButton>
          )}
          {session.joinUrl && !waiting && (
            <a href={session.joinUrl} target="_blank" rel="noreferrer">
              {t('join')}
            </a>
          )}
          {!waiting && <CalendarLink bookingId={mine.bookingId} about={session.courseTitle} />}
          {!begun && <GiveUp bookingId={mine.bookingId} waiting={waiting} />}
        </div>
      </section>
    );
  }
  if (may.bookMyself)
    return (
      <section className={styles.board} aria-labelledby="my-place">
        <h2 id="my-place">{t(session.free === 0 ? 'full' : 'one.bookMyself')}</h2>
        <BookMyself session={session} />
      </section>
    );
  if (may.bookOthers || may.register) return null;
  return <p>{t(begun ? 'one.begun' : 'one.notForMe')}</p>;
}
