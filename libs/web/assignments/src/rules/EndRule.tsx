import type { Rule } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Section, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useEndRule } from '../api/change-rule.js';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** Says what ending does before it does it, and asks why. */
export function EndRule({ rule }: { rule: Rule }) {
  const { t } = useTexts(ruleTexts);
  const end = useEndRule(rule.id);
  const [reason, setReason] = useState<string | null>(null);
  if (reason === null)
    return (
      <div className={styles.ending}>
        <Button variant="danger" onClick={() => setReason('')}>
          {t('page.end')}
        </Button>
      </div>
    );
  const submit = () => {
    if (reason.trim()) end.mutate(reason.trim(), { onSuccess: () => toast(t('page.endDone')) });
  };
  return (
    <Section title={t('page.endTitle')}>
      <Form onSubmit={submit} label={t('page.end')}>
        <p className={styles.quiet}>{t('page.endText')}</p>
        <TextField
          label={t('page.endReason')}
          value={reason}
          maxLength={1000}
          error={end.error ? problemText(end.error) : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <FormActions>
          <Button type="submit" variant="danger" busy={end.isPending}>
            {t('page.end')}
          </Button>
          <Button variant="quiet" onClick={() => setReason(null)}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
