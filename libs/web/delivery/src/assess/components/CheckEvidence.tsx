import type { EvidenceSheet } from '@lms/contracts';
import { validUntilWithEvidence } from '@lms/domain';
import { fieldProblem, formatDay, isProblem, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Section, TextField } from '@lms/web-ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { draftOfItem, draftProblems, givenOf } from '../../evidence/evidence-draft.js';
import { acceptEvidence } from '../api/evidence.js';
import { AreaField } from '../fields/AreaField.js';
import { assessTexts } from '../texts.js';
import { ReturnEvidence } from './ReturnEvidence.js';
import styles from './CheckEvidence.module.css';
import { refreshChecks } from './refresh-checks.js';

export type Decided = 'accepted' | 'returned';

interface Props {
  sheet: EvidenceSheet;
  onDecided: (how: Decided) => void;
}

/** The decision: accept, with the dates as they stand on the card, or return with a reason. */
export function CheckEvidence({ sheet, onDecided }: Props) {
  const { t } = useTexts(assessTexts);
  const { today } = useMe();
  const client = useQueryClient();
  const { item, settings, validityMonths } = sheet;
  const [draft, setDraft] = useState(() => draftOfItem(item));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [returning, setReturning] = useState(false);
  const given = givenOf(draft);
  const accept = useMutation({
    mutationFn: () =>
      acceptEvidence(item.id, { issuedOn: given.issuedOn, expiresOn: given.expiresOn, note: note.trim() }),
    onSuccess: () => {
      onDecided('accepted');
      refreshChecks(client);
    },
  });
  const problems = draftProblems(draft, item.file !== null, settings, { today, validityMonths });
  const corrected = given.issuedOn !== item.issuedOn || given.expiresOn !== item.expiresOn;
  const noteError = corrected && note.trim() === '' ? t('check.noteNeeded') : null;
  const wrong = problems.issuedOn ?? problems.expiresOn ?? noteError;
  const until =
    problems.issuedOn || problems.expiresOn
      ? null
      : validUntilWithEvidence(given.issuedOn, validityMonths, [given.expiresOn]);
  const submit = () => {
    setTried(true);
    if (!wrong) accept.mutate();
  };
  if (returning) {
    return <ReturnEvidence sheet={sheet} onDecided={onDecided} onCancel={() => setReturning(false)} />;
  }
  return (
    <Section title={t('check.dates')}>
      <Form onSubmit={submit} label={t('check.dates')}>
        <p className={styles.lead}>{t('check.datesLead')}</p>
        <div className={styles.dates}>
          <TextField
            label={t('evidence.issuedOn')}
            type="date"
            max={today}
            value={draft.issuedOn}
            error={problems.issuedOn ?? fieldProblem(accept.error, 'issuedOn')}
            onChange={(event) => setDraft({ ...draft, issuedOn: event.target.value })}
          />
          {settings.expiry !== 'none' && (
            <TextField
              label={t('evidence.expiresOn')}
              type="date"
              value={draft.expiresOn}
              error={problems.expiresOn ?? fieldProblem(accept.error, 'expiresOn')}
              onChange={(event) => setDraft({ ...draft, expiresOn: event.target.value })}
            />
          )}
        </div>
        <AreaField
          label={corrected ? t('check.note') : t('optional', { label: t('check.note') })}
          hint={t('check.noteHint')}
          value={note}
          maxLength={1000}
          rows={2}
          error={(tried ? noteError : null) ?? fieldProblem(accept.error, 'note')}
          onChange={(event) => setNote(event.target.value)}
        />
        {accept.error && !isProblem(accept.error, 'invalid') && (
          <Notice tone="danger">{problemText(accept.error)}</Notice>
        )}
        {!wrong && (
          <p className={styles.lead}>
            {until ? t('check.counts', { day: formatDay(until) }) : t('check.countsForLife')}
          </p>
        )}
        <FormActions>
          <Button type="submit" variant="here" size="large" busy={accept.isPending}>
            {t('check.accept')}
          </Button>
          <Button size="large" onClick={() => setReturning(true)}>
            {t('check.giveBack')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
