import type { TrainingSession } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sessionTexts } from '../texts/sessions.js';
import { placesWords, spanWords } from './session-words.js';
import styles from './sessions.module.css';

/** When, where, with whom, for whom, and what comes of it. */
export function SessionFacts({ session }: { session: TrainingSession }) {
  const { t } = useTexts(sessionTexts);
  const { capacity, booked, waiting, courseTitle: course, activityTitle: activity, otherActivities } = session;
  const counts =
    capacity === null
      ? t('bookedCount', { count: booked })
      : t(waiting > 0 ? 'one.capacityWaiting' : 'one.capacity', { booked, capacity, waiting });
  return (
    <dl className={styles.facts2}>
      <Fact name={t('one.when')}>{spanWords(session)}</Fact>
      {session.place && <Fact name={t('one.where')}>{session.place}</Fact>}
      {session.online && (
        <Fact name={t('online')}>
          {session.joinUrl ? (
            <a href={session.joinUrl} target="_blank" rel="noreferrer">
              {session.joinUrl}
            </a>
          ) : (
            t('online')
          )}
        </Fact>
      )}
      <Fact name={t('one.trainers')}>{session.trainers.map(({ name }) => name).join(', ')}</Fact>
      <Fact name={t('one.places')}>
        {session.state === 'planned' ? `${placesWords(session)}. ${counts}.` : `${counts}.`}
      </Fact>
      {session.organisations && (
        <Fact name={t('one.open')}>{session.organisations.map(({ name }) => name).join(', ') || t('one.openAll')}</Fact>
      )}
      {session.note && (
        <Fact name={t('one.note')}>
          <span className={styles.note}>{session.note}</span>
        </Fact>
      )}
      <Fact name={t('one.teaches')}>
        {otherActivities === 0
          ? t('one.teachesWhole', { course })
          : t('one.teachesPart', { course, activity, count: otherActivities })}{' '}
        <Link to={paths.catalogueCourse(session.courseId)}>{t('one.course')}</Link>
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
