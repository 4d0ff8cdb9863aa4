import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Notice, Page, PageHeader, Plate, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { sessionQuery } from '../api/session.js';
import { BookedPeople } from '../components/BookedPeople.js';
import { MyPlace } from '../components/MyPlace.js';
import { NextSessions } from '../components/NextSessions.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { spanWords } from '../components/session-words.js';
import { SessionActions } from '../components/SessionActions.js';
import { SessionFacts } from '../components/SessionFacts.js';
import { sessionTexts } from '../texts/sessions.js';

/** One session: the way in for oneself, what there is to know, and who comes. */
export function SessionPage() {
  const { t } = useTexts(sessionTexts);
  const me = useMe();
  const { sessionId = '' } = useParams();
  const { data: session } = useQuery(sessionQuery(sessionId));
  usePageTitle(session?.courseTitle ?? t('loading'));
  if (!session) return <PageSkeleton />;
  const { state, may } = session;
  const looksAfter = may.change || may.register || may.bookOthers || can(me, 'record.read');
  return (
    <Page width="reading">
      <PageHeader
        title={session.courseTitle}
        lead={spanWords(session)}
        above={<Link to={paths.sessions}>{t('one.back')}</Link>}
        aside={<Plate look={state === 'cancelled' ? 'danger' : 'outline'}>{t(`form.${session.form}`)}</Plate>}
      />
      {state === 'cancelled' && (
        <Notice>
          <p>{session.cancelReason ? t('one.cancelledWhy', { reason: session.cancelReason }) : t('one.cancelled')}</p>
          <p>{t('one.cancelledText')}</p>
        </Notice>
      )}
      {state === 'held' && (
        <Notice>{session.present === null ? t('one.overUnknown') : t('one.over', { count: session.present })}</Notice>
      )}
      <MyPlace session={session} />
      <SessionActions session={session} />
      <Section title={t('one.facts')}>
        <SessionFacts session={session} />
      </Section>
      {looksAfter && <BookedPeople sessionId={session.id} all={may.change || may.register} />}
      <NextSessions courseId={session.courseId} but={session.id} title={t('one.others')} />
    </Page>
  );
}
