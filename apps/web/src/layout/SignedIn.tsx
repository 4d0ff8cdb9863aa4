import { startCommitQueue } from '@lms/web-delivery';
import { LookingBanner } from '@lms/web-identity';
import { meQuery, paths } from '@lms/web-platform';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Waiting } from '../pages/Waiting.js';
import { useOnceQuiet } from './use-once-quiet.js';

/** Where each gate is passed. */
const GATES = {
  'choose-password': paths.choosePassword,
  'second-factor': paths.secondStep,
  'set-up-second-factor': paths.secondStep,
} as const;

/**
 * Lets signed-in people through, once they have their own password, have confirmed it, and have read the privacy notice. Wherever they
 * wanted to go goes along in `next`.
 */
export function SignedIn() {
  const { data: me } = useQuery(meQuery());
  const location = useLocation();
  useOnceQuiet(me && !me.impersonation ? me.personId : undefined, (personId) => void startCommitQueue(personId));
  if (me === undefined) return <Waiting />;

  const wanted = location.pathname + location.search + location.hash;
  if (me === null) return <Navigate to={paths.signIn(wanted)} replace />;

  if (me.impersonation)
    return (
      <>
        <Suspense>
          <LookingBanner name={me.name} endsAt={me.impersonation.endsAt} />
        </Suspense>
        <Outlet />
      </>
    );
  const gate = me.gate ? GATES[me.gate] : me.privacyNotice.accepted ? null : paths.privacyNotice;
  const gates: string[] = [...Object.values(GATES), paths.privacyNotice];
  if (gate === null || location.pathname === gate) return <Outlet />;
  const next = gates.includes(location.pathname) ? new URLSearchParams(location.search).get('next') : wanted;
  return <Navigate to={next && next !== '/' ? `${gate}?next=${encodeURIComponent(next)}` : gate} replace />;
}
