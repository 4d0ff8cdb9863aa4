import type { TakeBackRequest } from '@lms/contracts';
import { CHOSEN_REVOCATION_REASONS, type RevocationReason } from '@lms/domain';
import { fieldProblem, problemText, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, LinkButton, Notice, SelectField, TextField } from '@lms/web-ui';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { recordsTexts } from '../texts.js';
import { Preview } from './Preview.js';
import type { TakeBackWords } from './use-take-back-words.js';

interface Props {
  label: string;
  /** What stays, in a sentence. */
  kept: string;
  /** Where somebody goes who leaves it as it is. */
  to: string;
  words: TakeBackWords;
  /** What would follow from taking it back. */
  preview: ComponentProps<typeof Preview>['preview'];
  takeBack: UseMutationResult<unknown, Error, TakeBackRequest>;
  onDone: () => void;
}

/** Why something is taken back, and what follows from it, before it is done. */
export function TakeBackForm({ label, kept, to, words, preview, takeBack, onDone }: Props) {
  const { t } = useTexts(recordsTexts);
  const { reason, setReason, note, setNote, request } = words;
  const noteProblem = fieldProblem(takeBack.error, 'note') ?? null;
  const submit = () => takeBack.mutate(request, { onSuccess: onDone });
  return (
    <Form onSubmit={submit} label={label}>
      {takeBack.error && !noteProblem && <Notice tone="danger">{problemText(takeBack.error)}</Notice>}
      <SelectField
        label={t('takeBack.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value as RevocationReason)}
        options={CHOSEN_REVOCATION_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
      />
      <TextField
        label={t('takeBack.note')}
        hint={t('takeBack.noteHint')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={noteProblem}
      />
      <Preview preview={preview} />
      <p>{kept}</p>
      <FormActions>
        <Button type="submit" variant="danger" busy={takeBack.isPending}>
          {t('takeBack.confirm')}
        </Button>
        <LinkButton variant="quiet" to={to}>
          {t('takeBack.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
