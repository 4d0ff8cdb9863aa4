import { CHOSEN_REVOCATION_REASONS, type RevocationReason } from '@lms/domain';
import { fieldProblem, formatDay, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Empty,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  SelectField,
  TextField,
  toast,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { takeBackPreviewQuery, useTakeBack } from '../api/corrections.js';
import { recordQuery } from '../api/record.js';
import { Loading } from '../components/Loading.js';
import { Preview } from '../components/Preview.js';
import { recordsTexts } from '../texts.js';

/** Takes a completion back, after showing what follows. */
export function TakeBackPage() {
  const { t } = useTexts(recordsTexts);
  const { personId = '', seq: number = '' } = useParams();
  const seq = Number(number);
  const navigate = useNavigate();
  const { data: record } = useQuery(recordQuery(personId));
  const [reason, setReason] = useState<RevocationReason>('wrong-person');
  const [note, setNote] = useState('');
  // A note changes nothing that follows, so that nothing is asked while it is typed.
  const preview = useQuery(
    takeBackPreviewQuery(personId, seq, { reasonCode: reason, note: reason === 'other' ? '…' : '' }),
  );
  const takeBack = useTakeBack(personId, seq);
  usePageTitle(t('takeBack.title'));
  if (!record) return <Loading />;
  const entry = record.completions.find((completion) => completion.chainId === personId && completion.seq === seq);
  const to = paths.personRecord(personId);
  const above = <Link to={to}>{t('takeBack.back', { name: record.name })}</Link>;
  if (!entry || entry.revoked)
    return (
      <Page width="reading">
        <PageHeader title={t('takeBack.title')} above={above} />
        <Empty level={2} title={t('takeBack.already')} />
      </Page>
    );
  const submit = () =>
    takeBack.mutate(
      { reasonCode: reason, note: note.trim() },
      {
        onSuccess: () => {
          toast(t('takeBack.done', { title: entry.title }));
          void navigate(to);
        },
      },
    );
  const noteProblem = fieldProblem(takeBack.error, 'note') ?? null;
  return (
    <Page width="reading">
      <PageHeader
        title={t('takeBack.title')}
        lead={t('takeBack.lead', { title: entry.title, day: formatDay(entry.completedOn), name: record.name })}
        above={above}
      />
      <Form onSubmit={submit} label={t('takeBack.title')}>
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
        <p>{t('takeBack.kept')}</p>
        <FormActions>
          <Button type="submit" variant="danger" busy={takeBack.isPending}>
            {t('takeBack.confirm')}
          </Button>
          <LinkButton variant="quiet" to={to}>
            {t('takeBack.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
