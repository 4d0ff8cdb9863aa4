import { problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Notice, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useCancelBooking } from '../api/cancel-booking.js';
import { sessionTexts } from '../texts/sessions.js';
import styles from './sessions.module.css';

interface Props {
  bookingId: string;
  waiting: boolean;
  /** Which one, where several stand below one another. */
  about?: string;
}

/** Gives one's own place up, after a look at what that means. */
export function GiveUp({ bookingId, waiting, about }: Props) {
  const { t } = useTexts(sessionTexts);
  const [asked, setAsked] = useState(false);
  const cancel = useCancelBooking(() => toast(t('give.done')));
  if (!asked)
    return (
      <Button variant="quiet" onClick={() => setAsked(true)}>
        {t(waiting ? 'give.openWaiting' : 'give.open')}
        {about && <Hidden>{t('named', { name: about })}</Hidden>}
      </Button>
    );
  const give = () => cancel.mutate({ bookingId, reason: '' });
  return (
    <div className={styles.panel}>
      <p>{t(waiting ? 'give.textWaiting' : 'give.text')}</p>
      {cancel.error && <Notice tone="danger">{problemText(cancel.error)}</Notice>}
      <div className={styles.links}>
        <Button variant="danger" busy={cancel.isPending} onClick={give} autoFocus>
          {t('give.confirm')}
        </Button>
        <Button variant="quiet" onClick={() => setAsked(false)}>
          {t('give.keep')}
        </Button>
      </div>
    </div>
  );
}
