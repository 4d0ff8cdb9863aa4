import type { SupportPerson } from '@lms/contracts';
import { formatMoment, useMe, useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate, Row, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useResetSecondFactor } from '../api/support.js';
import { supportTexts } from '../texts/support.js';
import { ReasonForm } from './ReasonForm.js';
import styles from './support.module.css';

/** Somebody, and what an administrator can do for them. */
export function SupportRow({ person }: { person: SupportPerson }) {
  const { t } = useTexts(supportTexts);
  const me = useMe();
  const reset = useResetSecondFactor(person.personId);
  const [open, setOpen] = useState<'reset' | null>(null);
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
          {open === 'reset' && (
            <ReasonForm
              label={t('reset.open')}
              text={t('reset.text', { name })}
              submit={t('reset.submit')}
              danger
              doing={doing}
              onCancel={() => setOpen(null)}
            />
          )}
        </div>
      }
      action={
        hasSecondFactor && !own && open === null ? (
          <Button onClick={() => setOpen('reset')}>
            {t('reset.open')}
            <Hidden> {name}</Hidden>
          </Button>
        ) : undefined
      }
    />
  );
}
