import type { SupportPerson } from '@lms/contracts';
import { formatMoment, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate, Row, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useLook } from '../api/impersonation.js';
import { useResetSecondFactor } from '../api/support.js';
import { supportTexts } from '../texts/support.js';
import { ReasonForm } from './ReasonForm.js';
import styles from './support.module.css';

/** Somebody, and what an administrator can do for them. */
export function SupportRow({ person }: { person: SupportPerson }) {
  const { t } = useTexts(supportTexts);
  const me = useMe();
  const reset = useResetSecondFactor(person.personId);
  const look = useLook(person.personId);
  const navigate = useNavigate();
  const [open, setOpen] = useState<'reset' | 'look' | null>(null);
  const { name, signInName, organisationName, lastSignInAt, hasSecondFactor, administrator } = person;
  const lines = [
    organisationName,
    signInName ? t('signsInAs', { name: signInName }) : t('noName'),
    lastSignInAt ? t('last', { moment: formatMoment(lastSignInAt) }) : t('never'),
  ].filter(Boolean);
  const doing = {
    ...{ isPending: reset.isPending, error: reset.error },
    mutate: (reason: string) =>
      reset.mutate(reason, {
        onSuccess: () => {
          setOpen(null);
          toast(t('reset.done', { name }));
        },
      }),
  };
  const looking = {
    ...{ isPending: look.isPending, error: look.error },
    mutate: (reason: string) => look.mutate(reason, { onSuccess: () => void navigate(paths.today) }),
  };
  const own = person.personId === me.personId;
  return (
    <Row
      title={
        <span className={styles.name}>
          {name}
          {administrator && <Plate look="ink">{t('administrator')}</Plate>}
          {hasSecondFactor && <Plate look="soft">{t('hasStep')}</Plate>}
        </span>
      }
      detail={
        <div className={styles.detail}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {open === 'look' && (
            <ReasonForm
              label={t('look.open')}
              text={t('look.text', { name })}
              hint={t('look.reasonHint')}
              submit={t('look.submit')}
              doing={looking}
              onCancel={() => setOpen(null)}
            />
          )}
          {open === 'reset' && (
            <ReasonForm
              label={t('reset.open')}
              text={t('reset.text', { name })}
              hint={t('reset.reasonHint')}
              submit={t('reset.submit')}
              danger
              doing={doing}
              onCancel={() => setOpen(null)}
            />
          )}
        </div>
      }
      action={
        !own && open === null ? (
          <span className={styles.acts}>
            {!administrator && (
              <Button onClick={() => setOpen('look')}>
                {t('look.open')}
                <Hidden> {name}</Hidden>
              </Button>
            )}
            {hasSecondFactor && (
              <Button onClick={() => setOpen('reset')}>
                {t('reset.open')}
                <Hidden> {name}</Hidden>
              </Button>
            )}
          </span>
        ) : undefined
      }
    />
  );
}
