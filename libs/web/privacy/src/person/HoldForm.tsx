import { useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useHoldChanges } from '../api/holds.js';
import { AreaField } from '../shared/AreaField.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { commonTexts } from '../texts/common.js';
import { personTexts } from '../texts/person.js';

/** Places a hold, once somebody wants to. */
export function HoldForm({ personId }: { personId: string }) {
  const { t } = useTexts(personTexts);
  const { t: common } = useTexts(commonTexts);
  const { today } = useMe();
  const { place } = useHoldChanges();
  const { busy, problem, run } = useDoing();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  if (!open) return <Button onClick={() => setOpen(true)}>{t('hold.place')}</Button>;
  const close = () => {
    setOpen(false);
    setReason('');
    setUntil('');
    setMissing(false);
  };
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    void run(
      () => place(personId, { reason: reason.trim(), untilOn: until || null }),
      () => {
        toast(t('hold.placed'));
        close();
      },
    );
  };
  return (
    <Form onSubmit={submit} label={t('hold.place')}>
      <AreaField
        label={t('hold.reason')}
        hint={t('hold.reasonHint')}
        error={missing && reason.trim() === '' ? t('hold.reasonMissing') : undefined}
        value={reason}
        autoFocus
        onChange={setReason}
      />
      <div className={styles.short}>
        <TextField
          label={t('hold.until')}
          hint={t('hold.untilHint')}
          type="date"
          min={today}
          max="2999-12-31"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FormActions>
        <Button type="submit" variant="main" busy={busy}>
          {t('hold.place')}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common('cancel')}
        </Button>
      </FormActions>
    </Form>
  );
}
