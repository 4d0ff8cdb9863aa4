import type { Rule, RuleEndPreview } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Section, TextField, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useEndRule } from '../../api/endings.js';
import { ruleTexts } from '../../texts/rules.js';
import styles from '../rules.module.css';
import { EndProblem } from './EndProblem.js';

interface Props {
  rule: Rule;
  preview: RuleEndPreview;
  onClose: () => void;
  onLookAgain: () => void;
}

/** Says what ending does before it does it, and asks why. */
export function AskEnd({ rule, preview, onClose, onLookAgain }: Props) {
  const { t } = useTexts(ruleTexts);
  const end = useEndRule(rule.id);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const two = preview.needsSecondPerson;
  const submit = () => {
    setTried(true);
    if (!reason.trim()) return;
    const done = () => {
      toast(t(two ? 'ending.asked' : 'page.endDone'));
      onClose();
    };
    end.mutate({ reason: reason.trim(), digest: preview.digest }, { onSuccess: done });
  };
  return (
    <Section title={t('page.endTitle')}>
      <Form onSubmit={submit} label={t('page.end')}>
        <p className={styles.quiet}>
          {t('page.endText')} {t(two ? 'ending.two' : 'ending.one')}
        </p>
        <EndProblem error={end.error} onLookAgain={onLookAgain} />
        <TextField
          label={t('page.endReason')}
          value={reason}
          maxLength={1000}
          error={tried && !reason.trim() ? t('ending.reasonMissing') : null}
          onChange={(event) => setReason(event.target.value)}
        />
        <FormActions>
          <Button type="submit" variant="danger" busy={end.isPending}>
            {t(two ? 'ending.ask' : 'page.end')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
