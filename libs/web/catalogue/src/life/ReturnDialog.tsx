import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions } from '@lms/web-ui';
import { useState } from 'react';
import { Dialog } from '../components/Dialog.js';
import { AreaField } from '../fields/AreaField.js';
import { commonTexts } from '../texts/common.js';

interface Props {
  takeBack: boolean;
  busy: boolean;
  error: unknown;
  onReturn: (reason: string) => void;
  onClose: () => void;
}

/** Makes what is in review a draft again, with the reason for whoever goes on. */
export function ReturnDialog({ takeBack, busy, error, onReturn, onClose }: Props) {
  const { t } = useTexts(commonTexts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && !reason.trim() ? t('life.reasonMissing') : null;
  const submit = () => {
    setTried(true);
    if (reason.trim()) onReturn(reason.trim());
  };
  return (
    <Dialog title={t(takeBack ? 'life.takeBackTitle' : 'life.returnTitle')} onClose={onClose}>
      <Form onSubmit={submit}>
        <AreaField
          label={t('life.reason')}
          hint={t('life.reasonHint')}
          error={missing ?? (error ? problemText(error) : null)}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <FormActions>
          <Button type="submit" variant="main" busy={busy}>
            {t(takeBack ? 'life.takeBack' : 'life.return')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
