import type { SessionRegister, TrainingSession } from '@lms/contracts';
import { formatDay, formatMoment, problemText, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Section, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useCloseRegister } from '../api/close-register.js';
import { deskTexts } from '../texts/desk.js';
import styles from './register.module.css';
import { attendanceOf } from './RegisterRow.js';
import { dayOf } from './session-words.js';
import { useNow } from './use-now.js';

interface Props {
  session: TrainingSession;
  register: SessionRegister;
}

/** What will be recorded is read first; who is there without having signed keeps it open. */
export function CloseRegister({ session, register }: Props) {
  const { t } = useTexts(deskTexts);
  const now = useNow();
  const close = useCloseRegister(session.id, ({ recorded, already, absent: away }) =>
    toast(t('register.closed', { recorded, already, absent: away })),
  );
  const [asked, setAsked] = useState(false);
  if (Date.parse(session.startsAt) > now)
    return (
      <Section title={t('register.close')}>
        <p>{t('register.closeEarly', { moment: formatMoment(session.startsAt) })}</p>
      </Section>
    );
  const unsigned = register.entries.filter((entry) => attendanceOf(entry) === 'present' && !entry.signed);
  const absent = register.absent + register.open;
  return (
    <Section title={t('register.close')}>
      <div className={styles.closing}>
        {unsigned.length > 0 ? (
          <p>
            {t('register.closeUnsigned', {
              count: unsigned.length,
              names: unsigned.map(({ name }) => name).join(', '),
            })}
          </p>
        ) : asked ? (
          <>
            <p>
              {register.present === 0
                ? t('register.closeNobody')
                : t('register.closeText', {
                    ...{ count: register.present, activity: session.activityTitle },
                    day: formatDay(dayOf(session.endsAt)),
                  })}
            </p>
            {absent > 0 && <p>{t('register.closeAbsent', { count: absent })}</p>}
            <p>{t('register.closeFinal')}</p>
            {close.error && <Notice tone="danger">{problemText(close.error)}</Notice>}
            <FormActions>
              <Button variant="main" busy={close.isPending} onClick={() => close.mutate()} autoFocus>
                {t('register.confirm')}
              </Button>
              <Button variant="quiet" onClick={() => setAsked(false)}>
                {t('register.keep')}
              </Button>
            </FormActions>
          </>
        ) : (
          <FormActions>
            <Button variant="main" onClick={() => setAsked(true)}>
              {t('register.closeAsk')}
            </Button>
          </FormActions>
        )}
      </div>
    </Section>
  );
}
