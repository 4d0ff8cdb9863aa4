import { paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, Notice, Page, PageHeader, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { PageSkeleton } from '../components/PageSkeleton.js';
import { AreaField } from '../fields/AreaField.js';
import { FileButton } from '../fields/FileButton.js';
import { bankQuery } from './api/bank.js';
import { useImportQuestions } from './api/import-questions.js';
import { csvTemplate } from './import/csv-template.js';
import { ImportResult } from './import/ImportResult.js';
import { questionTexts } from './texts.js';
import styles from './import/Import.module.css';

const mostBytes = 5_000_000;

/** Questions from a file or from what was pasted: first what it does, then doing it. */
export function ImportQuestionsPage() {
  const { t } = useTexts(questionTexts);
  const { bankId = '' } = useParams();
  const navigate = useNavigate();
  const { data: bank } = useQuery(bankQuery(bankId));
  const [file, setFile] = useState<File | null>(null);
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const send = useImportQuestions(bankId);
  usePageTitle(t('import.title'));
  if (!bank) return <PageSkeleton />;

  const csv = file ?? (pasted.trim() ? new Blob([pasted]) : null);
  const check = (what: Blob | null) => {
    send.reset();
    const wrong = !what ? t('import.empty') : what.size > mostBytes ? t('import.large') : null;
    setProblem(wrong);
    if (what && !wrong) send.mutate({ csv: what, dryRun: true });
  };
  const choose = ([chosen]: File[]) => {
    setFile(chosen ?? null);
    setPasted('');
    check(chosen ?? null);
  };
  const apply = () => {
    if (!csv) return;
    const done = (added: number, changed: number) => {
      toast(
        t('import.done', {
          added: t('import.added', { count: added }),
          changed: t('import.changed', { count: changed }),
        }),
      );
      void navigate(paths.questionBank(bankId));
    };
    send.mutate(
      { csv, dryRun: false },
      { onSuccess: ({ added, changed, errors }) => (errors.length === 0 ? done(added, changed) : undefined) },
    );
  };
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(csvTemplate())}`;
  const error = problem ?? (send.error ? problemText(send.error) : null);
  return (
    <Page>
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        above={<Link to={paths.questionBank(bankId)}>{t('edit.back', { title: bank.title })}</Link>}
      />
      <Form onSubmit={() => check(csv)} label={t('import.title')}>
        <div className={styles.choose}>
          <FileButton variant={file ? 'usual' : 'main'} accept=".csv,text/csv" onFiles={choose}>
            {t(file ? 'import.another' : 'import.choose')}
          </FileButton>
          <a href={template} download="questions.csv">
            {t('import.template')}
          </a>
        </div>
        {file && <p>{t('import.file', { name: file.name })}</p>}
        <AreaField
          label={t('import.or')}
          hint={t('import.pasteHint')}
          value={pasted}
          maxRows={12}
          onChange={(event) => {
            setPasted(event.currentTarget.value);
            setFile(null);
            send.reset();
          }}
        />
        {error && <Notice tone="danger">{error}</Notice>}
        <FormActions>
          <Button type="submit" busy={send.isPending}>
            {t(send.isPending ? 'import.checking' : 'import.check')}
          </Button>
        </FormActions>
      </Form>
      {send.data && <ImportResult result={send.data} busy={send.isPending} onApply={apply} />}
    </Page>
  );
}
