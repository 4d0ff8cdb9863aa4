import type { EvidenceItem, EvidenceStatus } from '@lms/contracts';
import { fieldProblem, isProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, TextField } from '@lms/web-ui';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { submitEvidence } from '../assess/api/evidence.js';
import { SelectField } from '../assess/fields/SelectField.js';
import { assessTexts } from '../assess/texts.js';
import styles from './EvidenceForm.module.css';
import {
  draftOfItem,
  draftProblems,
  emptyDraft,
  type EvidenceDraft,
  type EvidenceField,
  givenOf,
} from './evidence-draft.js';
import { EvidenceFileField } from './EvidenceFileField.js';
import { useEvidenceDraft } from './use-evidence-draft.js';
import { useEvidenceFile } from './use-evidence-file.js';

interface Props {
  status: EvidenceStatus;
  /** What came back: its words are there to be put right. */
  before?: EvidenceItem;
  onSent: () => void;
}

/** Issuer, number, dates and a photo. What is typed stays on this device until it is sent. */
export function EvidenceForm({ status, before, onSent }: Props) {
  const { t } = useTexts(assessTexts);
  const { personId, today } = useMe();
  const { settings, validityMonths } = status;
  const [first] = useState(() => (before ? draftOfItem(before) : emptyDraft));
  const { draft, setDraft, forget } = useEvidenceDraft(
    `${personId}.${status.personId}.${status.activityId}.${before?.id ?? 'new'}`,
    first,
  );
  const file = useEvidenceFile();
  const [tried, setTried] = useState(false);
  // Sending again after no answer is the same submission.
  const id = useRef(crypto.randomUUID());
  const send = useMutation({
    mutationFn: () =>
      submitEvidence({
        id: id.current,
        personId: status.personId,
        activityId: status.activityId,
        ...givenOf(draft),
        fileId: file.state === 'ready' ? (file.chosen?.id ?? null) : null,
      }),
    onSuccess: () => {
      forget();
      onSent();
    },
  });
  const problems = draftProblems(draft, file.chosen !== null, settings, { today, validityMonths });
  const errorOf = (field: EvidenceField): string | null =>
    (tried ? problems[field] : null) ?? fieldProblem(send.error, field === 'file' ? 'fileId' : field) ?? null;
  const set = (change: Partial<EvidenceDraft>) => {
    // Another text is another submission; the API keeps the first of each id.
    if (send.isError) {
      id.current = crypto.randomUUID();
      send.reset();
    }
    setDraft({ ...draft, ...change });
  };
  const submit = () => {
    setTried(true);
    if (Object.keys(problems).length === 0 && (file.state === 'ready' || file.state === 'none')) send.mutate();
  };
  const shown = send.error && (isProblem(send.error, 'invalid') ? null : problemText(send.error));
  const optional = (label: string, needed: boolean) => (needed ? label : t('optional', { label }));
  return (
    <Form onSubmit={submit} label={status.activityTitle}>
      {settings.issuers.length > 0 ? (
        <SelectField
          label={t('evidence.issuer')}
          error={errorOf('issuer')}
          value={draft.issuer}
          options={[
            { value: '', label: t('evidence.chooseIssuer') },
            ...settings.issuers.map((issuer) => ({ value: issuer, label: issuer })),
          ]}
          onChange={(issuer) => set({ issuer })}
        />
      ) : (
        <TextField
          label={t('evidence.issuer')}
          error={errorOf('issuer')}
          value={draft.issuer}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => set({ issuer: event.target.value })}
        />
      )}
      <TextField
        label={optional(t('evidence.number'), settings.numberNeeded)}
        hint={t('evidence.numberHint')}
        error={errorOf('number')}
        value={draft.number}
        maxLength={80}
        autoComplete="off"
        autoCapitalize="characters"
        onChange={(event) => set({ number: event.target.value })}
      />
      <div className={styles.dates}>
        <TextField
          label={t('evidence.issuedOn')}
          type="date"
          max={today}
          error={errorOf('issuedOn')}
          value={draft.issuedOn}
          onChange={(event) => set({ issuedOn: event.target.value })}
        />
        {settings.expiry !== 'none' && (
          <TextField
            label={optional(t('evidence.expiresOn'), settings.expiry === 'needed')}
            type="date"
            error={errorOf('expiresOn')}
            value={draft.expiresOn}
            onChange={(event) => set({ expiresOn: event.target.value })}
          />
        )}
      </div>
      <EvidenceFileField file={file} error={errorOf('file')} optional={!settings.fileNeeded} />
      {shown && <Notice tone="danger">{shown}</Notice>}
      <FormActions>
        <Button type="submit" variant="here" size="large" busy={send.isPending || file.state === 'sending'}>
          {t(before ? 'evidence.submitAgain' : 'evidence.submit')}
        </Button>
        <span className={styles.kept}>{t('evidence.draftKept')}</span>
      </FormActions>
    </Form>
  );
}
