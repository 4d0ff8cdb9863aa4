import type { EvidenceSheet } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { returnEvidence } from '../api/evidence.js';
import { AreaField } from '../fields/AreaField.js';
import { assessTexts } from '../texts.js';
import { refreshChecks } from './refresh-checks.js';

interface Props {
  sheet: EvidenceSheet;
  onDecided: (how: 'returned') => void;
  onCancel: () => void;
}

/** Something is missing: say what, so that the learner can put it right. */
export function ReturnEvidence({ sheet, onDecided, onCancel }: Props) {
  const { t } = useTexts(assessTexts);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const giveBack = useMutation({
    mutationFn: () => returnEvidence(sheet.item.id, reason.trim()),
    onSuccess: () => {
      onDecided('returned');
      refreshChecks(client);
    },
  });
  const missing = reason.trim() === '' ? t('check.reasonMissing') : null;
  const submit = () => {
    setTried(true);
    if (!missing) giveBack.mutate();
  };
  return (
    <Section title={t('check.giveBack')}>
      <Form onSubmit={submit} label={t('check.giveBack')}>
        <AreaField
          label={t('check.reason')}
          hint={t('check.reasonHint')}
          value={reason}
          maxLength={1000}
          rows={3}
          autoFocus
          error={tried ? missing : null}
          onChange={(event) => setReason(event.target.value)}
        />
        {giveBack.error && <Notice tone="danger">{problemText(giveBack.error)}</Notice>}
        <FormActions>
          <Button type="submit" variant="main" size="large" busy={giveBack.isPending}>
            {t('check.confirmReturn', { name: sheet.name })}
          </Button>
          <Button size="large" onClick={onCancel}>
            {t('check.cancel')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
