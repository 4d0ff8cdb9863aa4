import type { TrainingSession } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useCancelSession } from '../api/cancel-session.js';
import { deskTexts } from '../texts/desk.js';
import styles from './sessions.module.css';

/** Says who will be told before anybody is. */
export function CancelSession({ session, onClose }: { session: TrainingSession; onClose: () => void }) {
  const { t } = useTexts(deskTexts);
  const cancel = useCancelSession(session.id, () => {
    toast(t('cancel.done'));
    onClose();
  });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const count = session.booked + session.waiting;
  const missing = tried && reason.trim() === '' ? t('cancel.missing') : null;
  const send = () => {
    setTried(true);
    if (reason.trim() === '') return;
    cancel.mutate(reason.trim());
  };
  return (
    <div className={styles.panel}>
      <h2>{t('cancel.title')}</h2>
      <p>
        {count > 0 ? t('cancel.told', { count }) : t('cancel.toldNobody')} {t('cancel.forGood')}
      </p>
      <Form onSubmit={send} label={t('cancel.title')}>
        <TextField
          label={t('cancel.reason')}
          error={missing ?? (cancel.error ? problemText(cancel.error) : null)}
          value={reason}
          maxLength={500}
          autoFocus
          onChange={({ target }) => setReason(target.value)}
        />
        <FormActions>
          <Button type="submit" variant="danger" busy={cancel.isPending}>
            {t('cancel.confirm')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel.keep')}
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
