import type { RecordOutsideRequest } from '@lms/contracts';
import { fieldProblem, paths, problemText, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  ChoiceField,
  Form,
  FormActions,
  LinkButton,
  Notice,
  Page,
  PageHeader,
  TextField,
  toast,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { recordQuery } from '../api/record.js';
import { Loading } from '../components/Loading.js';
import { Preview } from '../components/Preview.js';
import { awardPreviewQuery, useRecordAward } from './api.js';
import { outsideTexts } from './texts.js';
import { NO_THING, thingOf } from './thing-draft.js';
import { ThingFields } from './ThingFields.js';

/** Records a card or a course from outside, and shows first what it counts as. */
export function RecordOutsidePage() {
  const { t } = useTexts(outsideTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { personId = '' } = useParams();
  const { data: record } = useQuery(recordQuery(personId));
  const [id] = useState(() => crypto.randomUUID());
  const [thing, setThing] = useState(NO_THING);
  const [proof, setProof] = useState({ awardedOn: '', expiresOn: '', reference: '', note: '' });
  const [tried, setTried] = useState(false);
  const what = thingOf(thing);
  const request: RecordOutsideRequest | null =
    what && proof.awardedOn
      ? {
          id,
          thing: what,
          awardedOn: proof.awardedOn,
          expiresOn: proof.expiresOn || null,
          reference: proof.reference.trim(),
          note: proof.note.trim(),
        }
      : null;
  // Number and note change nothing that follows, so that nothing is asked while they are typed.
  const preview = useQuery(awardPreviewQuery(personId, request && { ...request, reference: '', note: '' }));
  const add = useRecordAward(personId);
  usePageTitle(t('title'));
  if (!record) return <Loading />;
  const to = paths.personRecord(personId);
  const submit = () => {
    setTried(true);
    if (!request) return;
    add.mutate(request, {
      onSuccess: ({ outcome }) => {
        toast(t(outcome === 'recorded' ? 'done' : 'already', { title: request.thing.title }));
        void navigate(to);
      },
    });
  };
  const field = (key: keyof typeof proof) => ({
    value: proof[key],
    onChange: (event: { target: { value: string } }) => setProof({ ...proof, [key]: event.target.value }),
    error: fieldProblem(add.error ?? preview.error, key) ?? null,
  });
  return (
    <Page width="reading">
      <PageHeader
        title={t('title')}
        lead={t('lead', { name: record.name })}
        above={<Link to={to}>{t('back', { name: record.name })}</Link>}
      />
      <Form onSubmit={submit} label={t('title')}>
        {add.error && <Notice tone="danger">{problemText(add.error)}</Notice>}
        <ChoiceField
          legend={t('what')}
          value={thing.kind}
          options={[
            { value: 'card', label: t('card') },
            { value: 'company-course', label: t('company') },
          ]}
          onChange={(kind) => setThing({ ...thing, kind })}
        />
        <ThingFields draft={thing} tried={tried} onChange={(part) => setThing({ ...thing, ...part })} />
        <TextField
          type="date"
          label={t('awardedOn')}
          max={me.today}
          {...field('awardedOn')}
          error={field('awardedOn').error ?? (tried && !proof.awardedOn ? t('missing') : null)}
        />
        <TextField type="date" label={t('expiresOn')} hint={t('expiresHint')} {...field('expiresOn')} />
        <TextField label={t('reference')} hint={t('referenceHint')} maxLength={80} {...field('reference')} />
        <TextField label={t('note')} maxLength={1000} {...field('note')} />
        <Preview preview={preview} />
        <FormActions>
          <Button type="submit" variant="main" busy={add.isPending}>
            {t('confirm')}
          </Button>
          <LinkButton variant="quiet" to={to}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
