import type { CoursePage, PersonRecord } from '@lms/contracts';
import { CHOSEN_REVOCATION_REASONS, type RevocationReason } from '@lms/domain';
import { fieldProblem, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, ChoiceField, Form, FormActions, LinkButton, Notice, SelectField, TextField, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { recordPreviewQuery, useRecordCompletion } from '../api/corrections.js';
import { recordsTexts } from '../texts.js';
import { type CompletionDraft, requestOf } from './completion-draft.js';
import { Preview } from './Preview.js';

interface Props {
  personId: string;
  today: string;
  courses: CoursePage['items'];
  /** The entry that is wrong, when one is corrected. */
  wrong: PersonRecord['completions'][number] | undefined;
}

export function CompletionForm({ personId, today, courses, wrong }: Props) {
  const { t } = useTexts(recordsTexts);
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const [reason, setReason] = useState<RevocationReason>('wrong-date');
  const [draft, setDraft] = useState<CompletionDraft>({
    courseId: wrong?.courseId ?? '',
    completedOn: wrong?.completedOn ?? '',
    validity: 'policy',
    validUntil: '',
    note: '',
  });
  const change = (changes: Partial<CompletionDraft>) => setDraft({ ...draft, ...changes });
  const replaces = wrong ? { seq: wrong.seq, reasonCode: reason } : null;
  const request = requestOf(id, draft, replaces);
  const preview = useQuery(
    recordPreviewQuery(personId, request && { ...request, note: reason === 'other' ? '…' : '' }),
  );
  const record = useRecordCompletion(personId);
  const to = paths.personRecord(personId);
  const submit = () => {
    setTried(true);
    if (!request) return;
    record.mutate(request, {
      onSuccess: () => {
        const title = courses.find((course) => course.id === draft.courseId)?.title ?? '';
        toast(t('record.done', { title }));
        void navigate(to);
      },
    });
  };
  const missing = (value: string, key: 'courseMissing' | 'onMissing' | 'untilMissing') =>
    tried && !value ? t(`record.${key}`) : null;
  const problem = (path: string) => fieldProblem(record.error, path) ?? null;
  return (
    <Form onSubmit={submit} label={t('record.title')}>
      {record.error && <Notice tone="danger">{problemText(record.error)}</Notice>}
      <SelectField
        label={t('record.course')}
        none={t('record.choose')}
        value={draft.courseId}
        onChange={(event) => change({ courseId: event.target.value })}
        options={courses.map((course) => ({ value: course.id, label: course.title }))}
        error={missing(draft.courseId, 'courseMissing')}
      />
      <TextField
        label={t('record.on')}
        type="date"
        max={today}
        value={draft.completedOn}
        onChange={(event) => change({ completedOn: event.target.value })}
        error={problem('completedOn') ?? missing(draft.completedOn, 'onMissing')}
      />
      <ChoiceField
        legend={t('record.validity')}
        options={(['policy', 'until', 'life'] as const).map((value) => ({ value, label: t(`record.${value}`) }))}
        value={draft.validity}
        onChange={(validity) => change({ validity })}
      />
      {draft.validity === 'until' && (
        <TextField
          label={t('record.untilDay')}
          type="date"
          value={draft.validUntil}
          onChange={(event) => change({ validUntil: event.target.value })}
          error={problem('validUntil') ?? missing(draft.validUntil, 'untilMissing')}
        />
      )}
      {wrong && (
        <SelectField
          label={t('takeBack.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value as RevocationReason)}
          options={CHOSEN_REVOCATION_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
      )}
      <TextField
        label={t('takeBack.note')}
        hint={t('takeBack.noteHint')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => change({ note: event.target.value })}
        error={problem('note')}
      />
      <Preview preview={preview} />
      <FormActions>
        <Button type="submit" variant="main" busy={record.isPending}>
          {t('record.confirm')}
        </Button>
        <LinkButton variant="quiet" to={to}>
          {t('takeBack.cancel')}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
