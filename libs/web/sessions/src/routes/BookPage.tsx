import type { PeopleBooked } from '@lms/contracts';
import { paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader, SelectField } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { nextSessionsQuery } from '../api/next-sessions.js';
import { sessionQuery } from '../api/session.js';
import { bestSession } from '../book/best-session.js';
import styles from '../book/book.module.css';
import { BookedResult } from '../book/BookedResult.js';
import { BookPeople } from '../book/BookPeople.js';
import { BookPreview } from '../book/BookPreview.js';
import { coursesOf } from '../book/courses-of.js';
import { NoSession } from '../book/NoSession.js';
import { SessionChoice } from '../book/SessionChoice.js';
import { useBookAddress } from '../book/use-book-address.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { bookTexts } from '../texts/book.js';

/** As many as one page of the API holds. */
const MOST = 100;

/** People, a course and a session: what would happen is read, and done with one press. */
export function BookPage() {
  const { t } = useTexts(bookTexts);
  const me = useMe();
  const address = useBookAddress();
  const { people, sessionId } = address;
  // The address follows a moment later.
  const [picked, setPicked] = useState<string>();
  const [result, setResult] = useState<{ booked: PeopleBooked; sessionId: string } | null>(null);
  // Of a session alone the course is asked for.
  const alone = Boolean(sessionId && !address.courseId);
  const { data: named } = useQuery({ ...sessionQuery(sessionId ?? ''), enabled: alone });
  const courseId = address.courseId ?? named?.courseId;
  const { data: all } = useQuery(nextSessionsQuery({}, MOST));
  const { data: found } = useQuery({ ...nextSessionsQuery({ courseId }, MOST), enabled: Boolean(courseId) });
  usePageTitle(t('title'));
  if (!all || (courseId && !found) || (alone && !named)) return <PageSkeleton />;
  const now = Date.now();
  // Without a course the second question is the first one, and all sessions would be of no course in particular.
  const sessions = courseId ? (found?.items.filter(({ startsAt }) => Date.parse(startsAt) > now) ?? []) : [];
  const courses = coursesOf([...all.items, ...sessions]);
  const chosen = sessions.find(({ id }) => id === (picked ?? sessionId)) ?? bestSession(sessions, people.length);
  const home = me.roles.some(({ role }) => role === 'coordinator')
    ? paths.crew()
    : me.hasReports
      ? paths.team
      : paths.sessions;
  const back = address.from ?? home;
  return (
    <Page width="reading">
      <PageHeader
        title={t('title')}
        lead={people.length > 0 ? t('lead', { count: people.length }) : t('leadNone')}
        above={<Link to={back}>{t('back')}</Link>}
      />
      {result ? (
        <BookedResult {...result} back={back} onAgain={() => setResult(null)} />
      ) : (
        <div className={styles.steps}>
          <BookPeople address={address} sessionId={chosen?.id} />
          {courses.length > 0 && (
            <SelectField
              label={t('course')}
              hint={t('courseHint')}
              none={courseId && sessions.length > 0 ? undefined : t('anyCourse')}
              options={courses}
              value={sessions.length > 0 ? courseId : ''}
              onChange={({ target }) => address.chooseCourse(target.value)}
            />
          )}
          {sessions.length > 0 ? (
            <SessionChoice
              sessions={sessions}
              chosen={chosen?.id}
              onChoose={(id) => {
                setPicked(id);
                address.chooseSession(id, courseId ?? '');
              }}
            />
          ) : (
            (courseId || courses.length === 0) && <NoSession courseId={courseId} people={people} />
          )}
          {chosen && people.length > 0 && (
            <BookPreview
              key={chosen.id}
              session={chosen}
              people={people}
              onBooked={(booked) => setResult({ booked, sessionId: chosen.id })}
            />
          )}
        </div>
      )}
    </Page>
  );
}
