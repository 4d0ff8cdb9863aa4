import type { TrainingSession } from '@lms/contracts';
import { formatMoment, formatTime, isProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, Form, FormActions, Icon, LinkButton } from '@lms/web-ui';
import { useState } from 'react';
import { useCheckIn } from '../api/check-in.js';
import { checkInTexts } from '../texts/check-in.js';
import { isCheckInOpen, WRONG_CLOCK_MS } from './check-in-open.js';
import { CODE_LENGTH, CodePad } from './CodePad.js';
import styles from './CodePad.module.css';
import { useNow } from './use-now.js';

/** The digits of the trainer's screen, and what came of them. */
export function CheckInForm({ session, given }: { session: TrainingSession; given: string }) {
  const { t } = useTexts(checkInTexts);
  const now = useNow();
  const check = useCheckIn(session.id);
  const [code, setCode] = useState(given);
  const [tried, setTried] = useState(false);
  const { opensAt } = session.checkIn;
  if (check.data)
    return (
      <section className={styles.done} role="status">
        <h2>
          <Icon name="tick" size={36} />
          {t('done')}
        </h2>
        <p>{t('doneAt', { course: session.courseTitle, time: formatTime(check.data.at) })}</p>
        {check.data.walkIn && <p>{t('doneWalkIn')}</p>}
        <FormActions>
          <LinkButton variant="main" to={paths.today}>
            {t('today')}
          </LinkButton>
        </FormActions>
      </section>
    );
  if (session.state !== 'planned' || !isCheckInOpen(session.checkIn, now, WRONG_CLOCK_MS))
    return (
      <Empty
        level={2}
        title={t('notOpen')}
        text={
          Date.parse(opensAt) > now && session.state === 'planned'
            ? t('notOpenText', { moment: formatMoment(opensAt) })
            : t('closed')
        }
        action={<LinkButton to={paths.session(session.id)}>{t('session')}</LinkButton>}
      />
    );
  const type = (text: string) => {
    setCode(text);
    setTried(false);
    if (check.isError) check.reset();
  };
  const send = () => {
    setTried(true);
    if (code.length === CODE_LENGTH)
      check.mutate(code, { onError: (error) => isProblem(error, 'wrong-code') && setCode('') });
  };
  const missing = tried && !check.isError && code.length < CODE_LENGTH ? t('missing') : null;
  return (
    <div className={styles.narrow}>
      <Form onSubmit={send} label={t('title')}>
        {given !== '' && code === given && <p>{t('leadCode')}</p>}
        <CodePad value={code} error={check.error ? problemText(check.error) : missing} onChange={type} />
        <FormActions>
          <Button type="submit" variant="here" size="large" wide busy={check.isPending}>
            {t('submit')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
