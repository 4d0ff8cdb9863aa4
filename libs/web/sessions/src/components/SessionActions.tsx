import type { TrainingSession } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, LinkButton } from '@lms/web-ui';
import { lazy, Suspense, useState } from 'react';
import { sessionTexts } from '../texts/sessions.js';
import { isCheckInOpen } from './check-in-open.js';
import { useNow } from './use-now.js';
import styles from './sessions.module.css';

/** Learners never need it: it comes when it is asked for. */
const CancelSession = lazy(async () => ({ default: (await import('./CancelSession.js')).CancelSession }));

/** What whoever plans, trains or books others can do with it. */
export function SessionActions({ session }: { session: TrainingSession }) {
  const { t } = useTexts(sessionTexts);
  const now = useNow();
  const [cancelling, setCancelling] = useState(false);
  const { may, state, id } = session;
  const planned = state === 'planned';
  if (!may.change && !may.register && !may.bookOthers) return null;
  return (
    <>
      <div className={styles.actions}>
        {may.register && state !== 'cancelled' && (
          <LinkButton
            variant={planned && isCheckInOpen(session.checkIn, now) ? 'main' : 'usual'}
            to={`${paths.session(id)}/register`}
          >
            {t(planned ? 'one.register' : 'one.registerHeld')}
          </LinkButton>
        )}
        {may.bookOthers && <LinkButton to={paths.bookSession({ session: id })}>{t('one.bookOthers')}</LinkButton>}
        {may.change && planned && (
          <>
            <LinkButton to={`${paths.session(id)}/edit`}>{t('one.change')}</LinkButton>
            <Button variant="danger" onClick={() => setCancelling(true)}>
              {t('one.cancel')}
            </Button>
          </>
        )}
      </div>
      {cancelling && planned && (
        <Suspense fallback={null}>
          <CancelSession session={session} onClose={() => setCancelling(false)} />
        </Suspense>
      )}
    </>
  );
}
