import type { EndEquivalenceRequest } from '@lms/contracts';
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
import { Loading } from '../components/Loading.js';
import { equivalenceQuery, previewQuery, useEnd, useEndPreview } from './api.js';
import { PreviewPart } from './PreviewPart.js';
import { equivalenceTexts } from './texts.js';

type How = EndEquivalenceRequest['how'];

/** Asks what becomes of what it gave, and shows who loses what before anything is taken back. */
export function EndEquivalencePage() {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const navigate = useNavigate();
  const { equivalenceId = '' } = useParams();
  const { data } = useQuery(equivalenceQuery(equivalenceId));
  const [how, setHow] = useState<How>('prospective');
  const [fromOn, setFromOn] = useState(me.today);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [previewId, setPreviewId] = useState<string | null>(null);
  const look = useEndPreview(equivalenceId);
  const { data: preview } = useQuery(previewQuery(previewId));
  const end = useEnd(equivalenceId);
  usePageTitle(t('end.title'));
  if (!data) return <Loading />;
  const to = paths.equivalence(data.id);
  const back = how === 'retroactive';
  const ready = preview?.doneAt ? preview : null;
  const second = back && ready?.needsSecondPerson === true;
  const choose = (next: How) => {
    setHow(next);
    if (next === 'retroactive' && previewId === null)
      look.mutate(undefined, { onSuccess: ({ id }) => setPreviewId(id) });
  };
  const submit = () => {
    setTried(true);
    if (!reason.trim()) return;
    const said = second ? 'end.doneAsk' : back ? 'end.doneTake' : 'end.doneKeep';
    const done = {
      onSuccess: () => {
        toast(t(said));
        void navigate(to);
      },
    };
    if (!back) end.mutate({ how: 'prospective', fromOn, reason: reason.trim() }, done);
    else if (ready) end.mutate({ how: 'retroactive', previewId: ready.id, reason: reason.trim() }, done);
  };
  const error = end.error ?? look.error;
  return (
    <Page width={back ? 'usual' : 'reading'}>
      <PageHeader
        title={t('end.title')}
        lead={t('say.title', { source: data.source.title, course: data.courseTitle })}
        above={<Link to={to}>{t('end.back')}</Link>}
      />
      <Form onSubmit={submit} label={t('end.title')}>
        {error && <Notice tone="danger">{problemText(error)}</Notice>}
        <ChoiceField
          legend={t('end.how')}
          value={how}
          options={(['prospective', 'retroactive'] as const).map((value) => ({ value, label: t(`end.${value}`) }))}
          onChange={choose}
        />
        <p>{back ? t('end.retroactiveText') : t('end.prospectiveText', { count: data.people })}</p>
        {!back && (
          <TextField
            type="date"
            label={t('end.fromOn')}
            value={fromOn}
            required
            error={fieldProblem(end.error, 'fromOn') ?? null}
            onChange={(event) => setFromOn(event.target.value)}
          />
        )}
        <TextField
          label={t('end.reason')}
          hint={back ? t('end.reasonHint') : undefined}
          maxLength={1000}
          value={reason}
          error={tried && !reason.trim() ? t('end.missing') : null}
          onChange={(event) => setReason(event.target.value)}
        />
        {back && (look.isPending || preview) && (
          <>{preview ? <PreviewPart preview={preview} /> : <Notice>{t('preview.counting')}</Notice>}</>
        )}
        {second && <Notice>{t('end.second')}</Notice>}
        <FormActions>
          <Button type="submit" variant="danger" busy={end.isPending} disabled={back && !ready}>
            {t(second ? 'end.ask' : back ? 'end.takeBack' : 'end.keep')}
          </Button>
          <LinkButton variant="quiet" to={to}>
            {t('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
