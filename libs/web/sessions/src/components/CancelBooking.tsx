import type { SessionBooking } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Hidden, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useCancelBooking } from '../api/cancel-booking.js';
import { sessionTexts } from '../texts/sessions.js';

/** Cancels somebody's booking, with the sentence that they are told. */
export function CancelBooking({ booking }: { booking: Pick<SessionBooking, 'bookingId' | 'name'> }) {
  const { t } = useTexts(sessionTexts);
  const [asked, setAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState('');
  const { bookingId, name } = booking;
  const cancel = useCancelBooking(() => toast(t('people.done', { name })));
  if (!asked)
    return (
      <Button size="small" variant="quiet" onClick={() => setAsked(true)}>
        {t('people.cancel')}
        <Hidden>{t('named', { name })}</Hidden>
      </Button>
    );
  const missing = tried && reason.trim() === '' ? t('people.reasonMissing') : null;
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    cancel.mutate({ bookingId, reason: reason.trim() });
  };
  return (
    <Form onSubmit={send} label={t('people.cancelOf', { name })}>
      <TextField
        label={t('people.reason')}
        hint={t('people.next')}
        error={missing ?? (cancel.error ? problemText(cancel.error) : null)}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={({ target }) => setReason(target.value)}
      />
      <FormActions>
        <Button type="submit" variant="danger" busy={cancel.isPending}>
          {t('people.confirm')}
        </Button>
        <Button variant="quiet" onClick={() => setAsked(false)}>
          {t('people.keep')}
        </Button>
      </FormActions>
    </Form>
  );
}
