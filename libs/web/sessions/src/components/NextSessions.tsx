import { paths, useTexts } from '@lms/web-platform';
import { Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { nextSessionsQuery } from '../api/next-sessions.js';
import { sessionTexts } from '../texts/sessions.js';
import { hasBegun } from './session-words.js';
import { SessionRow } from './SessionRow.js';
import { useNow } from './use-now.js';

const SHOWN = 3;
/** Some of today have begun, and one may be left out. */
const ASKED = 8;

interface Props {
  courseId: string;
  /** Not this one. */
  but?: string;
  title?: string;
}

/** The next sessions of a course, wherever it is shown; nothing where there are none. */
export function NextSessions({ courseId, but, title }: Props) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const { data } = useQuery(nextSessionsQuery({ courseId }, ASKED));
  const sessions = data?.items.filter((session) => session.id !== but && !hasBegun(session, now)).slice(0, SHOWN) ?? [];
  if (sessions.length === 0) return null;
  return (
    <Section
      title={title ?? t('next.title')}
      aside={<Link to={`${paths.sessions}?course=${courseId}`}>{t('next.all')}</Link>}
    >
      {(heading) => (
        <Rows labelledBy={heading}>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Rows>
      )}
    </Section>
  );
}
