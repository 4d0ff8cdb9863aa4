import type { PracticalStatus } from '@lms/contracts';
import { formatMoment, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { myChecksQuery } from '../assess/api/my-checks.js';
import { AreaField } from '../assess/fields/AreaField.js';
import { assessTexts } from '../assess/texts.js';
import { askSignOff, practicalStatusQuery, withdrawRequest } from './practical-api.js';
import styles from './PracticalPlayer.module.css';

/** "I am ready": seen by whoever may sign, until they have looked or it is taken back. */
export function AskForSignature({ status }: { status: PracticalStatus }) {
  const { t } = useTexts(assessTexts);
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const look = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: practicalStatusQuery(status.attemptId).queryKey }),
      client.invalidateQueries({ queryKey: myChecksQuery().queryKey }),
    ]);
  const ask = useMutation({ mutationFn: () => askSignOff(status.attemptId, note.trim()), onSuccess: look });
  const withdraw = useMutation({ mutationFn: () => withdrawRequest(status.attemptId), onSuccess: look });
  const error = ask.error ?? withdraw.error;
  if (status.asked) {
    return (
      <section className={styles.ask} aria-label={t('practical.ask')}>
        <Notice>
          <b>{t('practical.asked', { moment: formatMoment(status.asked.at) })}</b> {t('practical.askedText')}
        </Notice>
        {status.asked.note && <p>{t('practical.yourNote', { note: status.asked.note })}</p>}
        {error && <Notice tone="danger">{problemText(error)}</Notice>}
        <FormActions>
          <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t('practical.withdraw')}
          </Button>
        </FormActions>
      </section>
    );
  }
  return (
    <section className={styles.ask} aria-label={t('practical.ask')}>
      <p>{t('practical.askText')}</p>
      <Form onSubmit={() => ask.mutate()} label={t('practical.ask')}>
        <AreaField
          label={t('optional', { label: t('practical.note') })}
          hint={t('practical.noteHint')}
          value={note}
          maxLength={500}
          rows={2}
          onChange={(event) => setNote(event.target.value)}
        />
        {error && <Notice tone="danger">{problemText(error)}</Notice>}
        <FormActions>
          <Button type="submit" variant="here" size="large" busy={ask.isPending}>
            {t(status.signOffs.length > 0 ? 'practical.askAgain' : 'practical.ask')}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}
