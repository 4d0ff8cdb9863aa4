import { startCommitQueue } from '@lms/web-delivery';
import { meQuery, paths } from '@lms/web-platform';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Waiting } from '../pages/Waiting.js';
import { useOnceQuiet } from './use-once-quiet.js';

/**
 * Lets signed-in people through, once they have their own password and have read the privacy notice. Wherever they
 * wanted to go goes along in `next`.
 */
export function SignedIn() {
  const { data: me } = useQuery(meQuery());
  const location = useLocation();
  useOnceQuiet(me?.personId, (personId) => void startCommitQueue(personId));
  if (me === undefined) return <Waiting />;

  const wanted = location.pathname + location.search + location.hash;
  if (me === null) return <Navigate to={paths.signIn(wanted)} replace />;

  const gate = me.mustChangePassword ? paths.choosePassword : me.privacyNotice.accepted ? null : paths.privacyNotice;
  const gates: string[] = [paths.choosePassword, paths.privacyNotice];
  if (gate === null || location.pathname === gate) return <Outlet />;
  const next = gates.includes(location.pathname) ? new URLSearchParams(location.search).get('next') : wanted;
  return <Navigate to={next && next !== '/' ? `${gate}?next=${encodeURIComponent(next)}` : gate} replace />;
}
