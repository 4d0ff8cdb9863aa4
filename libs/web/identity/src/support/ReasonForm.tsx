import { fieldProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useState } from 'react';
import { supportTexts } from '../texts/support.js';

interface Props {
  label: string;
  /** What will happen. */
  text: string;
  submit: string;
  /** What becomes of the reason. */
  hint: string;
  danger?: boolean;
  doing: { mutate: (reason: string) => void; isPending: boolean; error: unknown };
  onCancel: () => void;
}

/** Something far-reaching says what it does, and asks why, before it does it. */
export function ReasonForm({ label, text, hint, submit, danger, doing, onCancel }: Props) {
  const { t } = useTexts(supportTexts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const refused = fieldProblem(doing.error, 'reason');
  const go = () => {
    setTried(true);
    if (reason.trim()) doing.mutate(reason.trim());
  };
  return (
    <Form onSubmit={go} label={label}>
      <p>{text}</p>
      {Boolean(doing.error) && !refused && <Notice tone="danger">{problemText(doing.error)}</Notice>}
      <TextField
        label={t('reset.reason')}
        hint={hint}
        maxLength={400}
        autoComplete="off"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && !reason.trim() ? t('reset.reasonMissing') : refused}
      />
      <FormActions>
        <Button type="submit" variant={danger ? 'danger' : 'main'} busy={doing.isPending}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('reset.cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
