import { meQuery, safeNext, useTexts } from '@lms/web-platform';
import { Button, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { secondFactorQuery } from '../api/second-factor.js';
import { useSignOut } from '../api/sign-out.js';
import { OutsidePage } from '../components/OutsidePage.js';
import { AskStep } from '../second-step/AskStep.js';
import { RecoveryCodeList } from '../second-step/RecoveryCodeList.js';
import styles from '../second-step/second-step.module.css';
import { SetUpApp } from '../second-step/SetUpApp.js';
import { SetUpPasskey } from '../second-step/SetUpPasskey.js';
import { identityTexts } from '../texts.js';
import { secondStepTexts } from '../texts/second-step.js';

/** Between the password and the first page: shows a second factor, or sets up the first one. */
export function SecondStepPage() {
  const { t } = useTexts(secondStepTexts);
  const { t: identity } = useTexts(identityTexts);
  const [search] = useSearchParams();
  const client = useQueryClient();
  const me = useQuery(meQuery());
  const { data: mine } = useQuery(secondFactorQuery());
  const signOut = useSignOut('here');
  // What was told once stays until its reader has kept it, though nothing stands in the way any more.
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const onward = () => void client.invalidateQueries({ queryKey: meQuery().queryKey });

  if (codes)
    return (
      <OutsidePage title={t('setUp.done')} lead={t('setUp.doneLead')}>
        <RecoveryCodeList
          codes={codes}
          onKept={() => {
            setCodes(null);
            onward();
          }}
        />
      </OutsidePage>
    );
  const gate = me.data?.gate;
  if (me.data && gate !== 'second-factor' && gate !== 'set-up-second-factor')
    return <Navigate to={safeNext(search.get('next'))} replace />;
  if (!mine)
    return (
      <Skeleton label={identity('loading')}>
        <SkeletonRows rows={3} />
      </Skeleton>
    );
  const signOutButton = (
    <Button variant="quiet" busy={signOut.isPending} onClick={() => signOut.mutate()}>
      {identity('choose.signOut')}
    </Button>
  );
  if (gate === 'second-factor')
    return (
      <OutsidePage title={t('ask.title')} lead={t('ask.lead')}>
        <AskStep mine={mine} signOut={signOutButton} />
      </OutsidePage>
    );
  const added = (fresh: readonly string[]) => (fresh.length > 0 ? setCodes(fresh) : onward());
  return (
    <OutsidePage title={t('setUp.title')} lead={t('setUp.lead')}>
      <div className={styles.ways}>
        <SetUpApp onAdded={added} />
        <SetUpPasskey onAdded={added} />
        <div>{signOutButton}</div>
      </div>
    </OutsidePage>
  );
}
