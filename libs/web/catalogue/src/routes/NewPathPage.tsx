import type { CreatePathRequest } from '@lms/contracts';
import { ApiProblem, fieldProblem, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
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
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCreatePath } from '../api/create-path.js';
import { AreaField } from '../fields/AreaField.js';
import { useKeptDraft } from '../fields/use-kept-draft.js';
import { pathKinds } from '../path/words.js';
import { commonTexts } from '../texts/common.js';
import { pathTexts } from '../texts/paths.js';

const emptyPath: CreatePathRequest = { code: '', title: '', kind: 'onboarding', summary: '' };

/** What a new path is called; then on to its stages. */
export function NewPathPage() {
  const { t } = useTexts(pathTexts);
  const { t: common } = useTexts(commonTexts);
  const navigate = useNavigate();
  const create = useCreatePath();
  const { draft, setDraft, forget } = useKeptDraft('path', emptyPath);
  const [tried, setTried] = useState(false);
  usePageTitle(t('new.title'));
  const set = (change: Partial<CreatePathRequest>) => setDraft({ ...draft, ...change });
  const code = draft.code.trim();
  const title = draft.title.trim();
  const submit = () => {
    setTried(true);
    if (!code || !title) return;
    const done = ({ id }: { id: string }) => {
      forget();
      toast(t('new.done', { title }));
      void navigate(paths.path(id));
    };
    create.mutate({ ...draft, code, title, summary: draft.summary.trim() }, { onSuccess: done });
  };
  const general = create.error && !(create.error instanceof ApiProblem && create.error.fields.length > 0);
  return (
    <Page width="reading">
      <PageHeader
        title={t('new.title')}
        lead={t('new.lead')}
        above={<Link to={paths.paths}>{t('manage.back')}</Link>}
      />
      <Form onSubmit={submit} label={t('form.label')}>
        {general && <Notice tone="danger">{problemText(create.error)}</Notice>}
        <TextField
          label={common('form.title')}
          value={draft.title}
          maxLength={120}
          error={(tried && !title ? common('form.missingTitle') : null) ?? fieldProblem(create.error, 'title')}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextField
          label={common('form.code')}
          hint={common('form.codeHint', { example: t('form.example') })}
          value={draft.code}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          error={(tried && !code ? common('form.missingCode') : null) ?? fieldProblem(create.error, 'code')}
          onChange={(event) => set({ code: event.target.value })}
        />
        <ChoiceField
          legend={t('form.kind')}
          value={draft.kind}
          options={pathKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <AreaField
          label={common('form.summary')}
          hint={t('form.summaryHint')}
          value={draft.summary}
          maxLength={2000}
          error={fieldProblem(create.error, 'summary')}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
        <FormActions>
          <Button type="submit" variant="main" busy={create.isPending}>
            {t('new.submit')}
          </Button>
          <LinkButton variant="quiet" to={paths.paths}>
            {common('cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </Page>
  );
}
