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
import { recordQuery } from '../api/record.js';
import { Loading } from '../components/Loading.js';
import { Preview } from '../components/Preview.js';
import { recordsTexts } from '../texts.js';
import { takeBackAwardPreviewQuery, useTakeBackAward } from './api.js';
import { outsideTexts } from './texts.js';

/** Takes back what was recorded from outside, after showing what goes with it. */
export function TakeBackAwardPage() {
  const { t } = useTexts(outsideTexts);
  const words = useTexts(recordsTexts);
  const { personId = '', awardId = '' } = useParams();
  const navigate = useNavigate();
  const { data: record } = useQuery(recordQuery(personId));
  const [reason, setReason] = useState<RevocationReason>('wrong-person');
  const [note, setNote] = useState('');
  const preview = useQuery(
    takeBackAwardPreviewQuery(personId, awardId, { reasonCode: reason, note: reason === 'other' ? '…' : '' }),
  );
  const takeBack = useTakeBackAward(personId, awardId);
  const award = record?.outside.find(({ id }) => id === awardId);
  const title = t('takeBack.title', { title: award?.title ?? '' });
  usePageTitle(title);
  if (!record) return <Loading />;
  const to = paths.personRecord(personId);
  const above = <Link to={to}>{t('back', { name: record.name })}</Link>;
  if (!award || award.takenBack)
    return (
      <Page width="reading">
        <PageHeader title={title} above={above} />
        <Empty level={2} title={t('takeBack.already')} />
      </Page>
    );
  const submit = () =>
    takeBack.mutate(
      { reasonCode: reason, note: note.trim() },
      {
        onSuccess: () => {
          toast(t('takeBack.done', { title: award.title }));
          void navigate(to);
        },
      },
    );
  const noteProblem = fieldProblem(takeBack.error, 'note') ?? null;
  return (
    <Page width="reading">
      <PageHeader
        title={title}
        lead={t('takeBack.lead', { day: formatDay(award.awardedOn), name: record.name })}
        above={above}
      />
      <Form onSubmit={submit} label={title}>
        {takeBack.error && !noteProblem && <Notice tone="danger">{problemText(takeBack.error)}</Notice>}
        <SelectField
          label={t('takeBack.reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value as RevocationReason)}
          options={CHOSEN_REVOCATION_REASONS.map((value) => ({ value, label: words.t(`reasons.${value}`) }))}
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
