import { paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { nextBookingsQuery } from '../api/next-bookings.js';
import { sessionQuery } from '../api/session.js';
import { isCheckInOpen } from '../components/check-in-open.js';
import { CheckInForm } from '../components/CheckInForm.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { placeWords, spanWords } from '../components/session-words.js';
import { WhichSession } from '../components/WhichSession.js';
import { useNow } from '../components/use-now.js';
import { checkInTexts } from '../texts/check-in.js';

const LOOKED_AT = 10;

/** Says that one is there. What was scanned names the session and the code; else it is the booking that is open now. */
export function CheckInPage() {
  const { t } = useTexts(checkInTexts);
  const now = useNow();
  const [search] = useSearchParams();
  const asked = search.get('session');
  const code = /^\d{6}$/.exec(search.get('code') ?? '')?.[0] ?? '';
  const { data: mine } = useQuery({ ...nextBookingsQuery(LOOKED_AT), enabled: !asked });
  const open = (mine?.items ?? []).filter(
    ({ state, signed, checkIn }) => state === 'booked' && !signed && isCheckInOpen(checkIn, now),
  );
  const sessionId = asked ?? (open.length === 1 ? open[0]?.sessionId : undefined);
  const { data: session } = useQuery({ ...sessionQuery(sessionId ?? ''), enabled: Boolean(sessionId) });
  usePageTitle(t('title'));
  if (sessionId ? !session : !mine) return <PageSkeleton />;
  return (
    <Page width="reading">
      <PageHeader
        title={session ? session.courseTitle : t('title')}
        lead={session && [spanWords(session), placeWords(session)].filter(Boolean).join(', ')}
        above={<Link to={paths.mySessions}>{t('mine')}</Link>}
      />
      {session ? <CheckInForm key={session.id} session={session} given={code} /> : <WhichSession open={open} />}
    </Page>
  );
}
